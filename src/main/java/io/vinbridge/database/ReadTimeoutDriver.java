package io.vinbridge.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections on which a silent server is not waited for: one behind a network that swallows everything ends no
 * statement by itself. The driver's own setting of that knows whole seconds only, and a reader is to be told within
 * one.
 */
final class ReadTimeoutDriver extends PGSimpleDataSource {

    private final int mostMillis;

    ReadTimeoutDriver(Duration most) {
        this.mostMillis = (int) most.toMillis();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        Connection connection = super.getConnection(user, password);
        connection.setNetworkTimeout(Runnable::run, mostMillis);
        return connection;
    }
}
