/** The command line: each command is a class, with its file or folder, its exit codes and its help. */
package io.vinbridge.ops.commands;
