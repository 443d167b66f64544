import { run } from './commands';
import { consoleStreams } from './streams';

run(process.argv.slice(2), process.env, consoleStreams).then((code) => {
  process.exitCode = code;
});
