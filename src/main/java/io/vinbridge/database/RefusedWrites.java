package io.vinbridge.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.stereotype.Component;

/**
 * Memory of what PostgreSQL last refused to write because it can write nothing: it is a standby, is set to read only,
 * or has no room on its disk. Each node writes something every quarter of a minute, so what was not refused for longer
 * is over.
 */
@Component
public class RefusedWrites {

    /** A disk that is full, a quota that is spent, memory that is used up, and transactions that may only read. */
    private static final Set<String> STATES = Set.of("53100", "53200", "53400", "25006");

    private static final Duration MEMORY = Duration.ofSeconds(40);

    private volatile @Nullable Refusal last;

    private record Refusal(String words, long at) {}

    /** Sees what fails in the template that every statement but those of readers goes through. */
    @Bean
    static BeanPostProcessor seenFailures(ObjectProvider<RefusedWrites> refused) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof JdbcTemplate jdbc) {
                    jdbc.setExceptionTranslator(watched(jdbc.getExceptionTranslator(), refused));
                }
                return bean;
            }
        };
    }

    private static SQLExceptionTranslator watched(SQLExceptionTranslator usual, ObjectProvider<RefusedWrites> refused) {
        return (String task, String sql, SQLException failure) -> {
            DataAccessException translated = usual.translate(task, sql, failure);
            refused.ifAvailable(memory -> memory.see(failure));
            return translated;
        };
    }

    void see(SQLException failure) {
        if (STATES.contains(String.valueOf(failure.getSQLState()))) {
            last = new Refusal(String.valueOf(failure.getMessage()), System.nanoTime());
        }
    }

    /** What PostgreSQL says, where it writes nothing now. */
    public Optional<String> now() {
        Refusal refusal = last;
        return refusal == null || System.nanoTime() - refusal.at > MEMORY.toNanos()
                ? Optional.empty()
                : Optional.of(refusal.words);
    }
}
