import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Message } from '../../schemas/index.ts';
import type { Holder } from './ledger/lock.ts';
import { whyUnwritable } from './output/unwritable.ts';

/** Why a run ended before its end. What was finished is kept; the same command goes on. */
export interface Stop {
  code: 'locked' | 'interrupted' | 'disk_full' | 'not_writable' | 'no_process' | 'too_many_files';
  message: Message;
}

export const stops = {
  locked: (out: string, { pid, host }: Holder): Stop => {
    // Nobody here can tell whether a process of another machine, or of a container that is gone, is alive.
    const elsewhere = host === hostname() ? null : join(out, '.hedui', 'lock');
    return {
      code: 'locked',
      message: {
        zh: `另一个 hedui 正在写入 ${out}（进程 ${pid}，主机 ${host}）；请等它结束，或另选 --out${elsewhere === null ? '' : `；若该主机上的进程已不在，请删除 ${elsewhere}`}`,
        en: `another hedui is writing to ${out} (process ${pid} on ${host}); wait for it, or choose another --out${elsewhere === null ? '' : `; where that process is gone, delete ${elsewhere}`}`,
      },
    };
  },
  interrupted: (): Stop => ({
    code: 'interrupted',
    message: {
      zh: '已中断；已完成的文件都已保存，再次运行同一命令即可继续',
      en: 'interrupted; what was finished is kept, and the same command goes on from there',
    },
  }),
};

const byErrno = new Map<string, (out: string, thrown: NodeJS.ErrnoException) => Stop>([
  ['EMFILE', tooManyFiles],
  ['ENFILE', tooManyFiles],
  ['ENOSPC', full],
  ['EDQUOT', full],
  ['EFBIG', full],
  ['EACCES', notWritable],
  ['EPERM', notWritable],
  ['EROFS', notWritable],
  ['EEXIST', notWritable],
  ['ENOENT', notWritable],
  ['ENOTDIR', notWritable],
]);

function full(out: string): Stop {
  return {
    code: 'disk_full',
    message: {
      zh: `磁盘已满，无法写入 ${out}；已完成的文件都已保存，腾出空间后再次运行同一命令即可继续`,
      en: `the disk is full: ${out} cannot be written; what was finished is kept, make room and run the same command`,
    },
  };
}

function tooManyFiles(): Stop {
  return {
    code: 'too_many_files',
    message: {
      zh: '同时打开的文件太多（EMFILE）；请放宽系统限制（ulimit -n），再次运行同一命令即可继续',
      en: 'too many files are open (EMFILE); raise the limit of the system (ulimit -n), and the same command goes on',
    },
  };
}

function notWritable(out: string, thrown: NodeJS.ErrnoException): Stop {
  const { zh, en } = whyUnwritable(thrown);
  return {
    code: 'not_writable',
    message: { zh: `无法写入 ${out}：${zh}`, en: `cannot write ${out}: ${en}` },
  };
}

/** What an error of the system means to the run; null for mistakes of ours. */
export function stopFor(thrown: unknown, out: string): Stop | null {
  if (!(thrown instanceof Error)) return null;
  const { code, message } = thrown as NodeJS.ErrnoException;
  if (message.startsWith('no process to parse with')) {
    return { code: 'no_process', message: { zh: `无法启动解析进程：${message}`, en: message } };
  }
  return byErrno.get(code ?? '')?.(out, thrown) ?? null;
}
