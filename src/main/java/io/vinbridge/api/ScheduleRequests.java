package io.vinbridge.api;

import io.vinbridge.api.http.Content;
import io.vinbridge.api.http.Reply;
import io.vinbridge.refresh.schedules.Schedules;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Answers when things happen by the clock, and has one happen now. */
@Component
class ScheduleRequests {

    private final Schedules schedules;
    private final Lists lists;

    ScheduleRequests(Schedules schedules, Lists lists) {
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
