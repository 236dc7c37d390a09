#!/usr/bin/env node
// Starts the native program that npm installed for this platform. Hooks start that program itself, without Node.js.
'use strict';

const { spawn } = require('node:child_process');

const libc = process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime ? '-musl' : '';
const name = `@firsttry/${process.platform}-${process.arch}${libc}`;

let program;
try {
  program = require.resolve(`${name}/bin/firsttry${process.platform === 'win32' ? '.exe' : ''}`);
} catch {
  console.error(`firsttry: the package ${name} is not installed. It is an optional dependency of 'firsttry': install without`);
  console.error('--omit=optional (--no-optional), on the platform where it is used; if there is no such package, use `dotnet tool install firsttry`.');
  process.exit(2);
}

const child = spawn(program, process.argv.slice(2), { stdio: 'inherit' });

// A terminal interrupts both processes; anybody else means only this one.
for (const signal of ['SIGINT', 'SIGQUIT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (!(process.stdin.isTTY && (signal === 'SIGINT' || signal === 'SIGQUIT'))) {
      child.kill(signal);
    }
  });
}

child.on('error', (error) => {
  console.error(`firsttry: ${program} could not be started: ${error.message}`);
  process.exit(2);
});
child.on('exit', (code, signal) => {
  if (signal) {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  } else {
    process.exit(code);
  }
});
