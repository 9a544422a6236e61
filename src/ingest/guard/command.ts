import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Limits } from '../limits.ts';

export interface Command {
  file: string;
  args: string[];
}

/**
 * Address space that Node reserves without using it (code range, stacks of threads, young generation), bytes: what
 * an idle process of Node 24 counts as data beyond its resident memory, measured.
 */
const reservedBytes = 640 * 1024 * 1024;
/** The same for the threads that recognise scans (parsers/scan has four at most), measured. */
const reservedByThreads = 4 * 620 * 1024 * 1024;
/** Share of the memory for JavaScript objects; the rest is for buffers, which V8 does not count. */
const heapShare = 0.75;
/**
 * Times of one document that a process may use before it is replaced: a new one spends some 5 s until its code is
 * compiled, a hundredth of twenty minutes.
 */
export const timesPerProcess = 20;
/** Seconds by which the system's own limit is behind that of the watchdog. */
const cpuSlack = 10;

/**
 * Collects and compiles in the thread that works, which takes a tenth less of the processor in all. V8 would also put off by five times
 * what it compiles best: what a scan goes through for seconds is not called that often. The switches are those of V8 13 (Node 24).
 */
export const fewThreads = [
  '--single-threaded-gc',
  ...(Number.parseInt(process.versions.v8, 10) >= 13
    ? ['--efficiency-mode', '--efficiency-mode-delay-turbofan=3000']
    : []),
];

/**
 * Bytes from which the C library (glibc) takes a block from the system and gives it back at once, and bytes that it keeps at the end of its
 * own. Left to itself it raises the first to 32 MB as blocks are let go: the pictures of scanned pages then lie among its own blocks, whose
 * holes are never given back, a sixth of what a scan of nine pages takes.
 */
const ownBlocks = {
  MALLOC_MMAP_THRESHOLD_: 2 * 1024 * 1024,
  MALLOC_TRIM_THRESHOLD_: 8 * 1024 * 1024,
} as const;

/** All that a process that parses is told by its environment. */
export function parseEnvironment(): NodeJS.ProcessEnv {
  const blocks = Object.entries(ownBlocks).map(([name, bytes]) => [name, String(bytes)]);
  return { LANG: 'C.UTF-8', TZ: process.env.TZ ?? '', ...Object.fromEntries(blocks) };
}

/** The command line of one of `workers` processes that parse. */
export function parseCommand(limits: Limits, workers = 1): Command {
  // Threads beside the work are of use where a processor is free, and in each other's way where none is.
  return guardedCommand(limits, 'parse', workers >= availableParallelism() ? fewThreads : []);
}

/** What a process without rights runs, beside this folder. */
const modules = { parse: './child', unpack: '../unpacking/child' } as const;

/** The command line of a process without rights: limits of the system, then Node with its permissions. */
export function guardedCommand(limits: Limits, task: keyof typeof modules, switches: string[] = []): Command {
  const node = [process.execPath, ...permissions(limits), ...switches, entryPoint(modules[task])];
  const longest = limits.cpuTime + (limits.cpuTimePerMegabyte * limits.maxBytes) / 1048576;
  const cpu = Math.ceil(longest + timesPerProcess * limits.cpuTime + cpuSlack);
  const data = Math.ceil(limits.memory + reservedBytes + reservedByThreads);
  const wrapped = hasTool('prlimit')
    ? ['prlimit', `--cpu=${cpu}`, `--data=${data}`, '--core=0', '--fsize=0', '--', ...node]
    : process.platform === 'win32'
      ? node
      : ['sh', '-c', shellLimits(cpu, data), ...node];
  // The kernel ends the process when its parent dies, even inside a loop that looks at nothing.
  const [file, ...args] = hasTool('setpriv')
    ? ['setpriv', '--pdeathsig', 'KILL', '--no-new-privs', '--', ...wrapped]
    : wrapped;
  return { file: file!, args };
}

/** Where a limit is not known to the shell, the others still hold; the watchdog sees to the memory. */
function shellLimits(cpu: number, data: number): string {
  return `ulimit -t ${cpu}; ulimit -d ${Math.ceil(data / 1024)} 2>/dev/null; ulimit -c 0; exec "$0" "$@"`;
}

function permissions({ memory }: Limits): string[] {
  return [
    '--permission',
    // Scans are recognised in threads, which have the same rights.
    '--allow-worker',
    // The thread that reads lines runs its model by a native library; the process itself is kept from any (no-addons.ts).
    '--allow-addons',
    ...readable().map((path) => `--allow-fs-read=${path}`),
    '--disable-warning=ExperimentalWarning',
    '--disable-warning=SecurityWarning',
    // Without it each WebAssembly memory reserves 10 GB of address space.
    '--disable-wasm-trap-handler',
    `--max-old-space-size=${Math.max(64, Math.floor((memory * heapShare) / 1024 / 1024))}`,
  ];
}

const isCompiled = !import.meta.url.endsWith('.ts');

function entryPoint(module: string): string {
  return fileURLToPath(new URL(`${module}.${isCompiled ? 'js' : 'ts'}`, import.meta.url));
}

/** The project's own modules and the packages they use; no document, for its bytes come through a pipe. */
function readable(): string[] {
  const root = packageRoot();
  const own = isCompiled ? ['dist'] : ['src', 'parsers', 'schemas'];
  const paths = [...own, 'package.json'].map((name) => join(root, name));
  for (let folder = root; ; folder = dirname(folder)) {
    const packages = join(folder, 'node_modules');
    if (existsSync(packages)) paths.push(packages, realpathSync(packages));
    if (dirname(folder) === folder) break;
  }
  return [...new Set(paths.flatMap((path) => [path, realpathSync(path)]))];
}

/** The folder of package.json: four above the sources, one more above the compiled modules. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

const tools = new Map<string, boolean>();

function hasTool(name: string): boolean {
  const known = tools.get(name);
  if (known !== undefined) return known;
  const found = process.platform === 'linux' && spawnSync(name, ['--version']).status === 0;
  tools.set(name, found);
  return found;
}
