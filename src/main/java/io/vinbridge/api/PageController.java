package io.vinbridge.api;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Addresses of the pages. What a page consists of is served beside them as files. */
@Controller
class PageController {

    private static final String PAGE = "/{page:comparisons|docs|gallery|operations|vins}";

    /** A first visit, which is shown what the service is for. */
    @GetMapping("/")
    String start() {
        return "redirect:/gallery/";
    }

    @GetMapping({PAGE, PAGE + "/"})
    String page(@PathVariable String page) {
        return "forward:/" + page + "/index.html";
    }
}
