package io.vinbridge.stock.files;

import io.vinbridge.stock.StockSettings;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Watch over a folder in which stock files are laid: {@code DEALER/whole/FILE}, or {@code DEALER/FILE} for a part. A
 * file counts once it has been the same for some seconds, and is moved beside: into {@code .taken}, or where it is no
 * stock file of a dealer, {@code .refused}.
 */
@Component
class FolderRoutes extends RouteBuilder {

    private static final String WATCH =
            "file:%s?recursive=true&readLock=changed&readLockMinAge=%d&readLockCheckInterval=500"
                    + "&delay=2000&maxMessagesPerPoll=10&exclude=(?i).*[.](part|tmp|filepart)&filter=#stockFolderRights"
                    + "&move=${file:parent}/.taken/${date:now:yyyyMMdd-HHmmss}-${file:onlyname}"
                    + "&moveFailed=${file:parent}/.refused/${date:now:yyyyMMdd-HHmmss}-${file:onlyname}";

    private final StockSettings settings;

    FolderRoutes(StockSettings settings) {
        this.settings = settings;
    }

    @Override
    public void configure() {
        if (settings.folder() == null) {
            return;
        }
        from(WATCH.formatted(settings.folder(), settings.folderQuiet().toMillis()))
                .routeId("stock-watch-folder")
                .group("stock")
                .description("Takes in files that are laid into the folder")
                .errorHandler(noErrorHandler())
                .bean(FolderIntake.class, "take");
    }
}
