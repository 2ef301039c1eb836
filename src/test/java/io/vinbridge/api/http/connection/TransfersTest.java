package io.vinbridge.api.http.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TransfersTest {

    @Test
    void theSlowestGiveWayWhereThereAreMoreThanThereIsRoomFor() {
        Transfers transfers = new Transfers(3);
        List<Integer> gaveWay = new CopyOnWriteArrayList<>();
        IntStream.of(5, 1, 4, 2, 3)
                .forEach(pace -> transfers.begun(new Transfers.Transfer() {
                    @Override
                    public void look(long nanoTime) {
                        // None of them is too slow by itself.
                    }

                    @Override
                    public double pace(long nanoTime) {
                        return pace;
                    }

                    @Override
                    public void giveWay() {
                        gaveWay.add(pace);
                        transfers.ended(this);
                    }
                }));

        await().until(() -> gaveWay.size() == 2);
        transfers.destroy();
        assertThat(gaveWay).containsExactly(1, 2);
    }
}
