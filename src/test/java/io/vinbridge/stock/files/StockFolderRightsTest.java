package io.vinbridge.stock.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.vinbridge.stock.StockSettings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.camel.component.file.GenericFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

/** What may not be read or moved is left where it is, and told until it may. */
class StockFolderRightsTest {

    @TempDir
    Path folder;

    private Path dealer;
    private Path file;
    private StockFolderRights rights;

    @BeforeEach
    void layAFile() throws IOException {
        dealer = Files.createDirectory(folder.resolve("d1"));
        file = Files.writeString(dealer.resolve("a.csv"), "VIN");
        rights = new StockFolderRights(
                Binder.get(new MockEnvironment().withProperty("vinbridge.stock.folder", folder.toString()))
                        .bindOrCreate("vinbridge.stock", StockSettings.class));
        Path locked = Files.createFile(folder.resolve("locked"));
        allow(locked, "---------");
        assumeThat(Files.isReadable(locked)).as("the tests run as root").isFalse();
    }

    @Test
    void aFileThatMayBeReadAndMovedIsTaken() {
        assertThat(rights.accept(found(file))).isTrue();
        assertThat(rights.trouble()).isEmpty();
    }

    @Test
    void aFileThatMayNotBeReadIsLeftUntilItMay() throws IOException {
        allow(file, "---------");

        assertThat(rights.accept(found(file))).isFalse();
        assertThat(rights.trouble()).contains("the service's user may not read " + file);
        allow(file, "r--------");
        assertThat(rights.trouble()).isEmpty();
        assertThat(rights.accept(found(file))).isTrue();
    }

    @Test
    void aFileThatMayNotBeMovedAsideIsLeft() throws IOException {
        allow(dealer, "r-xr-xr-x");

        assertThat(rights.accept(found(file))).isFalse();
        assertThat(rights.trouble()).contains("the service's user may not move files in " + dealer);
        allow(dealer, "rwxr-xr-x");
        Path taken = Files.createDirectory(dealer.resolve(".taken"));
        allow(taken, "r-xr-xr-x");
        assertThat(rights.accept(found(file))).isFalse();
        assertThat(rights.trouble()).contains("the service's user may not move files in " + taken);
        allow(taken, "rwxr-xr-x");
        assertThat(rights.trouble()).isEmpty();
    }

    @Test
    void whatWasRefusedAndIsGoneIsNoTrouble() throws IOException {
        allow(file, "---------");
        rights.accept(found(file));

        Files.delete(file);

        assertThat(rights.trouble()).isEmpty();
    }

    @Test
    void aFolderThatMayNotBeReadIsTold() throws IOException {
        allow(folder, "---------");

        assertThat(rights.trouble()).contains("the service's user may not read " + folder);
        allow(folder, "rwxr-xr-x");
        assertThat(rights.trouble()).isEmpty();
    }

    private static void allow(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static GenericFile<File> found(Path path) {
        GenericFile<File> found = new GenericFile<>();
        found.setFile(path.toFile());
        found.setDirectory(Files.isDirectory(path));
        return found;
    }
}
