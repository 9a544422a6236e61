// One run in a process of its own, which its parent binds to cores; writes the seconds that it took.
import { run } from './run.ts';

const [input = '', out = '', workers = '1'] = process.argv.slice(2);
const { report } = await run(input, { out, workers: Number(workers), fresh: true });
process.stdout.write(String(report.seconds));
