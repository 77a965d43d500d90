package io.buyme.catalog;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/** The connections to one database: one that writes, and some that read beside it. */
final class Connections implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Connections.class.getName());
    private static final int IDLE_READERS = 8;
    private static final int BUSY_TIMEOUT_MILLIS = 10_000;
    private static final int VALID_WITHIN_SECONDS = 5;

    private final String database;
    private final Dialect dialect;
    private final Opening opening;
    private final Object writing = new Object();
    private final Deque<Connection> idleReaders = new ArrayDeque<>();
    private Connection writer;
    private boolean closed;

    private Connections(String database, Opening opening) throws SQLException {
        this.database = database;
        this.opening = opening;
        this.writer = opening.connect();
        this.dialect = Dialect.of(writer);
    }

    /** Connects to an SQLite file, which is made if it is not there. */
    static Connections open(Path file) {
        return open(file.toString(), () -> sqlite(file));
    }

    /** Connects to a server. */
    static Connections open(DataSource server) {
        return open("of " + server.getClass().getSimpleName(), () -> onServer(server));
    }

    private static Connections open(String database, Opening opening) {
        try {
            return new Connections(database, opening);
        } catch (SQLException e) {
            throw SqlFailure.of("open", database, e);
        }
    }

    /**
     * Write-ahead log, so that reading goes on while writing; synced at every commit, so that none is ever lost. The
     * file is named by its URI, in which a question mark of its path does not begin the driver's own parameters.
     */
    private static Connection sqlite(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        return config.createConnection("jdbc:sqlite:" + file.toUri());
    }

    /** Whatever a pool is set to: each query by itself sees what is committed, and a transaction what others committed. */
    private static Connection onServer(DataSource server) throws SQLException {
        Connection connection = server.getConnection();
        boolean ready = false;
        try {
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            ready = true;
            return connection;
        } finally {
            if (!ready) {
                connection.close();
            }
        }
    }

    Dialect dialect() {
        return dialect;
    }

    /** Runs a query on what is committed, beside other readers and the writer. It may be run twice. */
    <T> T read(Sql<T> query) {
        try {
            Connection reader = borrow();
            boolean sound = false;
            try {
                T result = query.on(reader);
                sound = true;
                return result;
            } catch (SQLException e) {
                if (isLost(reader)) {
                    return readAnew(query);
                }
                throw e;
            } finally {
                giveBack(reader, sound);
            }
        } catch (SQLException e) {
            throw SqlFailure.of("read", database, e);
        }
    }

    /** A server may have been restarted since a connection was used last. */
    private boolean isLost(Connection connection) throws SQLException {
        return dialect == Dialect.SQLITE ? connection.isClosed() : !connection.isValid(VALID_WITHIN_SECONDS);
    }

    /** Runs a query after the server was away, which leaves none of the idle connections of use. */
    private <T> T readAnew(Sql<T> query) throws SQLException {
        List<Connection> useless;
        synchronized (idleReaders) {
            useless = List.copyOf(idleReaders);
            idleReaders.clear();
        }
        useless.forEach(this::giveUp);
        try (Connection reader = opening.connect()) {
            return query.on(reader);
        }
    }

    /** Runs all of the work in one transaction, or none of it. */
    <T> T write(Sql<T> work) {
        synchronized (writing) {
            checkOpen();
            try {
                return inTransaction(work);
            } catch (SQLException e) {
                throw SqlFailure.of("write", database, e);
            }
        }
    }

    private <T> T inTransaction(Sql<T> work) throws SQLException {
        reconnectIfLost();
        boolean committed = false;
        try {
            writer.setAutoCommit(false);
            T result = work.on(writer);
            writer.commit();
            committed = true;
            return result;
        } finally {
            end(committed);
        }
    }

    /**
     * Leaves the writer without a transaction. What failed may have ended it already, as a full disk does with SQLite;
     * the driver then takes it to be open for ever, so such a connection is not used again.
     */
    private void end(boolean committed) {
        try {
            if (!committed) {
                writer.rollback();
            }
            writer.setAutoCommit(true);
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "connecting anew to {0}, as the transaction could not be ended: {1}", database, e);
            giveUp(writer);
        }
    }

    private void giveUp(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "a connection to {0} is given up: {1}", database, e);
        }
    }

    private void reconnectIfLost() throws SQLException {
        if (isLost(writer)) {
            giveUp(writer);
            writer = opening.connect();
        }
    }

    private Connection borrow() throws SQLException {
        Connection reader;
        synchronized (idleReaders) {
            checkOpen();
            reader = idleReaders.poll();
        }
        return reader == null ? opening.connect() : reader;
    }

    /** A reader that failed is not used again. */
    private void giveBack(Connection reader, boolean sound) throws SQLException {
        synchronized (idleReaders) {
            if (sound && !closed && idleReaders.size() < IDLE_READERS) {
                idleReaders.push(reader);
                return;
            }
        }
        reader.close();
    }

    private void checkOpen() {
        synchronized (idleReaders) {
            if (closed) {
                throw new IllegalStateException("the catalogue is closed");
            }
        }
    }

    /** Closes the connections once the writer is idle; a reader that is in use is closed by its user. */
    @Override
    public void close() {
        synchronized (writing) {
            try {
                for (Connection reader : takeIdleReaders()) {
                    reader.close();
                }
                writer.close();
            } catch (SQLException e) {
                throw SqlFailure.of("close", database, e);
            }
        }
    }

    private Deque<Connection> takeIdleReaders() {
        synchronized (idleReaders) {
            closed = true;
            Deque<Connection> readers = new ArrayDeque<>(idleReaders);
            idleReaders.clear();
            return readers;
        }
    }

    /** Makes a connection. */
    @FunctionalInterface
    private interface Opening {
        Connection connect() throws SQLException;
    }

    /**
     * Work on a connection.
     *
     * @param <T> what comes out
     */
    @FunctionalInterface
    interface Sql<T extends @Nullable Object> {
        T on(Connection connection) throws SQLException;
    }
}
