import type { Outcome, ParseProcess } from './parse-process.ts';

/** Processes that take documents in turn, each one more than it is reading, so that none ever waits for the next. */
export interface Crew {
  /** `alone`: in a new process that reads nothing else. */
  examine: (path: string, bytes: Uint8Array, alone: boolean) => Promise<Outcome>;
  /** What is being read, and since when (`performance.now()`). */
  running: () => { path: string; since: number }[];
  /** Looks at all of them; says whether one is on its way to the limit of memory. */
  look: () => boolean;
  stop: () => void;
}

interface Member {
  process: Promise<ParseProcess>;
  /** Set when it is ready. */
  ready: ParseProcess | null;
  /** Documents given and not answered. */
  pending: number;
  /** Takes no more. */
  isLeaving: boolean;
}

/** Documents that a process holds at most: the one that it reads and the next. */
export const depth = 2;

function stopWhenReady(process: Promise<ParseProcess>): void {
  process.then(
    (worker) => worker.stop(),
    () => undefined,
  );
}

export function startCrew(size: number, start: () => Promise<ParseProcess>): Crew {
  const members = new Set<Member>();
  const running = new Map<object, { path: string; since: number }>();
  const join = (): Member => {
    const member: Member = { process: start(), ready: null, pending: 0, isLeaving: false };
    members.add(member);
    member.process.then(
      (ready) => {
        member.ready = ready;
      },
      () => members.delete(member),
    );
    return member;
  };
  const take = (): Member => {
    const free = [...members].filter(({ isLeaving, ready }) => !isLeaving && (ready?.isAlive() ?? true));
    const least = free.sort((a, b) => a.pending - b.pending)[0];
    return least === undefined || (least.pending > 0 && free.length < size) ? join() : least;
  };
  const leave = (member: Member) => {
    member.isLeaving = true;
    if (member.pending > 0) return;
    members.delete(member);
    member.ready?.stop();
  };
  return {
    async examine(path, bytes, alone) {
      const member = alone ? join() : take();
      if (alone) member.isLeaving = true;
      member.pending += 1;
      const turn = {};
      try {
        const worker = await member.process;
        return await worker.examine(path, bytes, () => running.set(turn, { path, since: performance.now() }));
      } finally {
        running.delete(turn);
        member.pending -= 1;
        const { ready } = member;
        if (ready === null || !ready.isAlive() || ready.isWorn() || member.isLeaving) leave(member);
      }
    },
    running: () => [...running.values()],
    look() {
      let isGrowing = false;
      for (const { ready, pending } of members) {
        if (pending === 0 || ready === null) continue;
        void ready.look();
        isGrowing ||= ready.isGrowing();
      }
      return isGrowing;
    },
    stop() {
      for (const { process } of members) stopWhenReady(process);
      members.clear();
    },
  };
}
