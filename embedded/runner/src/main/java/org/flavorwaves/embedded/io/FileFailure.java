package org.flavorwaves.embedded.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;

/** Says in words why a file or folder cannot be used; Java's own messages often are the name of the file alone. */
public final class FileFailure {

    private FileFailure() {
    }

    /**
     * Explains a failure.
     *
     * @param failure what was thrown
     * @return the reason, with the file where it is known and without a full stop
     */
    public static String reason(final IOException failure) {
        if (failure instanceof NoSuchFileException missing) {
            return "there is no file '" + missing.getFile() + "'";
        }
        if (failure instanceof AccessDeniedException denied) {
            return "access to '" + denied.getFile() + "' is denied";
        }
        if (failure instanceof FileAlreadyExistsException there) {
            return "'" + there.getFile() + "' is there and is no folder";
        }
        if (failure instanceof FileSystemException other && other.getReason() != null) {
            return "'" + other.getFile() + "': " + other.getReason();
        }
        return failure.getMessage() == null ? "an input or output failure" : failure.getMessage();
    }

    /**
     * Explains a text that is no path.
     *
     * @param failure what was thrown
     * @return a sentence with the text
     */
    public static String sentence(final InvalidPathException failure) {
        final String text = failure.getInput();
        if (text.indexOf('\0') >= 0) {
            return "'" + text.replace('\0', '?') + "' is no path: it holds the character of code 0.";
        }
        return "'" + text + "' is no path with the character set " + System.getProperty("sun.jnu.encoding")
            + " of this locale; set LC_ALL=C.UTF-8.";
    }
}
