package io.vinbridge.api.operations;

import io.vinbridge.api.http.Content;
import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.representation.PagedReplies;
import io.vinbridge.refresh.schedules.Schedules;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Answers when things happen by the clock, and has one happen now. */
@Component
class ScheduleHandler {

    private final Schedules schedules;
    private final PagedReplies lists;

    ScheduleHandler(Schedules schedules, PagedReplies lists) {
        this.schedules = schedules;
        this.lists = lists;
    }

    Reply list() {
        return lists.reply(schedules.list(), null);
    }

    Reply run(@Variable("parameters") Parameters parameters) {
        schedules.run(parameters.text("name"));
        return Reply.of(202, Reply.JSON, Content.NONE);
    }
}
