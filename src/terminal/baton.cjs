#!/usr/bin/env node
// Compiles what has changed, as `npm start` does, and runs the command: a fresh clone has nothing compiled.
const { spawnSync } = require('node:child_process');
const path = require('node:path');

const root = path.join(__dirname, '..', '..');
const compiler = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const compiled = spawnSync(process.execPath, [compiler, '-b', path.join(root, 'src')], { encoding: 'utf8' });
if (compiled.status !== 0) {
  process.stderr.write(
    `Baton could not be compiled; run npm ci first.\n${compiled.stdout ?? ''}${compiled.stderr ?? ''}`,
  );
  process.exit(2);
}
require(path.join(root, 'dist', 'src', 'terminal', 'main.js'));
