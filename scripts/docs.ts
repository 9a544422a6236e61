/** Writes the pages of docs/ that are rendered from the code. `node scripts/docs.ts` */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../src/reconcile/registry.ts';
import { rulesPage } from './rules-page.ts';

writeFileSync(join(import.meta.dirname, '../docs/rules.md'), rulesPage(RULES));
