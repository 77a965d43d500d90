package io.buyme.catalog;

import io.buyme.catalog.CatalogException.Reason;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says of a database's refusal what it means for a catalogue, and what to do. */
final class SqlFailure {

    private SqlFailure() {}

    /**
     * Returns the failure.
     *
     * @param what was tried: open, read, write or close
     * @param database its name for people
     */
    static CatalogException of(String what, String database, SQLException e) {
        Verdict verdict = verdict(e);
        return new CatalogException(
                verdict.reason,
                "cannot %s the catalogue database %s: %s; %s".formatted(what, database, e.getMessage(), verdict.advice),
                e);
    }

    private static Verdict verdict(SQLException e) {
        if (e instanceof DamageException) {
            return Verdict.DAMAGED;
        }
        if (!(e instanceof SQLiteException sqlite)) {
            return Verdict.OTHER;
        }
        // Extended codes, such as SQLITE_IOERR_READ, hold the plain one in their lower byte.
        int plain = sqlite.getResultCode().code & 0xFF;
        if (plain == SQLiteErrorCode.SQLITE_CORRUPT.code || plain == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return Verdict.DAMAGED;
        }
        if (plain == SQLiteErrorCode.SQLITE_FULL.code || plain == SQLiteErrorCode.SQLITE_IOERR.code) {
            return Verdict.FULL;
        }
        if (plain == SQLiteErrorCode.SQLITE_READONLY.code || plain == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
            return Verdict.READ_ONLY;
        }
        return Verdict.OTHER;
    }

    private enum Verdict {
        DAMAGED(Reason.DAMAGED, "it is damaged; restore the last backup ('buyme restore'), which says what it lacks"),
        FULL(Reason.DATABASE, "make room on the disk and try again; what was committed before is safe"),
        READ_ONLY(Reason.FOLDER, "check who may write in its folder"),
        OTHER(Reason.DATABASE, "what was committed before is safe");

        private final Reason reason;
        private final String advice;

        Verdict(Reason reason, String advice) {
            this.reason = reason;
            this.advice = advice;
        }
    }

    /** What is stored is not what was written. */
    static final class DamageException extends SQLException {

        private static final long serialVersionUID = 1L;

        DamageException(String message) {
            super(message);
        }

        DamageException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
