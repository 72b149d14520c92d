import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

import type { TestDatabase } from './test-database';

export interface ServerProcess {
  url: string;
  stop: () => Promise<void>;
  /** At once, in the middle of whatever it does. */
  kill: () => void;
  /** When the process has ended, however it did. */
  ended: Promise<void>;
  /** Hears what the process says after its start. */
  onMessage: (hear: (message: unknown) => void) => void;
}

/** Longer than any start takes; a process that says nothing must not hang the tests. */
const PATIENCE_MS = 60_000;

/** A second server on the same database: the test app in a process of its own. */
export async function startServerProcess(
  { env }: TestDatabase,
  publicDir: string,
  cartwright: object = {},
  /** Where it is to die: see tests/support/app/mortal.cjs. */
  mortal?: object
): Promise<ServerProcess> {
  const child = fork(join(__dirname, 'app/server-process.cjs'), [], {
    env: {
      ...process.env,
      // Several servers of several test files share the connections of one database server.
      DATABASE_POOL_MAX: '8',
      ...env,
      PUBLIC_DIR: publicDir,
      CARTWRIGHT_TEST_APP: JSON.stringify({ cartwright, mortal }),
      NODE_ENV: 'test',
    },
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  try {
    return {
      url: await addressOf(child),
      ended,
      onMessage: (hear) => {
        child.on('message', hear);
      },
      stop: () => stop(child),
      kill: () => {
        child.kill('SIGKILL');
      },
    };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`The server process said nothing for ${PATIENCE_MS} ms`));
    }, PATIENCE_MS);
    child.once('message', (message: { url: string }) => {
      clearTimeout(timer);
      resolve(message.url);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The server process ended with ${code}`));
    });
  });
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.disconnect();
  });
}
