import { run } from './commands';
import { consoleStreams } from './streams';

// Whoever reads our output may have seen enough, as `head` has: that is no failure of ours.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });

run(process.argv.slice(2), process.env, consoleStreams).then((code) => {
  process.exitCode = code;
});
