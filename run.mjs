// Runs what was asked for, compiled first where a source is newer, in this one process: a signal that is meant for the bot
// must not end at a shell between the two.
import './build.mjs';

await import('./dist/src/main.js');
