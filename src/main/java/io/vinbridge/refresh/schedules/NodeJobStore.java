package io.vinbridge.refresh.schedules;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.quartz.SchedulerConfigException;
import org.quartz.spi.ClassLoadHelper;
import org.quartz.spi.SchedulerSignaler;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.scheduling.quartz.LocalDataSourceJobStore;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;

/**
 * The job store of one node. Quartz keeps connections in one map for the whole JVM, by the scheduler's name, which all
 * nodes of a cluster share: of two nodes in one JVM, the first would use the connections of the second, and go on with
 * them once that has stopped.
 */
@SuppressWarnings("unchecked") // Quartz' own, between its two base classes.
public class NodeJobStore extends LocalDataSourceJobStore {

    @Override
    public void initialize(ClassLoadHelper classes, SchedulerSignaler signaler) throws SchedulerConfigException {
        super.initialize(classes, signaler);
        DataSource pool = SchedulerFactoryBean.getConfigTimeDataSource();
        setDataSource(own(getDataSource(), () -> DataSourceUtils.doGetConnection(pool)));
        setNonManagedTXDataSource(own(getNonManagedTXDataSource(), pool::getConnection));
    }

    private String own(String name, Opening opening) {
        String own = name + "." + getInstanceId();
        DBConnectionManager.getInstance().addConnectionProvider(own, new Connections(opening));
        return own;
    }

    private interface Opening {
        Connection open() throws SQLException;
    }

    private record Connections(Opening opening) implements ConnectionProvider {

        @Override
        public Connection getConnection() throws SQLException {
            return opening.open();
        }

        @Override
        public void initialize() {
            // The pool is there already.
        }

        @Override
        public void shutdown() {
            // The pool is closed by whoever made it.
        }
    }
}
