import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from '../house/sources.ts';
import { ask, duckdbEngine, dump, load } from './engines.ts';
import { invented } from './invented.ts';

const engine = duckdbEngine();
afterAll(engine.stop);

/** Documents of the run that is killed: enough to be killed in the middle of. */
const many = 400;

const program = `
  const { load } = await import(${JSON.stringify(join(root, 'test/warehouse/engines.ts'))});
  const { invented } = await import(${JSON.stringify(join(root, 'test/warehouse/invented.ts'))});
  const documents = Array.from({ length: ${many} }, (_, number) => invented(number, 1));
  process.stdout.write('ready\\n');
  await load(process.argv[1], documents);
  process.stdout.write('done\\n');
`;

/** Runs the load in a process of its own and kills it so many milliseconds after it has begun; gives what it said. */
function killed(place: string, after: number): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program, place], { cwd: root });
    let said = '';
    child.stdout.on('data', (text: Buffer) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), after);
      said += String(text);
    });
    child.on('exit', () => resolve(said));
  });
}

test('a run that is killed at any moment leaves the state before it or after it, whole', async () => {
  const place = await engine.place();
  await load(place, [invented(0), invented(1)]);
  const before = await dump(place);
  let finished = 0;
  for (const after of [20, 150, 400, 700, 1200, 2000, 3500]) {
    const said = await killed(place, after);
    const [[count] = []] = await ask(place, 'SELECT count(*) FROM indicators');
    if (Number(count) === 6) {
      expect(said).not.toContain('done');
      expect(await dump(place)).toEqual(before);
    } else {
      expect(Number(count)).toBe(many * 3);
      finished += 1;
      break;
    }
  }
  const loaded = await load(
    place,
    Array.from({ length: many }, (_, number) => invented(number, 1)),
  );
  expect(loaded.written).toBe(finished === 0 ? many : 0);
  expect(readdirSync(place).filter((name) => name.startsWith('.run-'))).toEqual([]);
});
