import type { Rule } from './rule.ts';
import { EXT_01 } from './rules/ext-01.ts';
import { EXT_02 } from './rules/ext-02.ts';
import { EXT_03 } from './rules/ext-03.ts';
import { IND_01 } from './rules/ind-01.ts';
import { IND_02 } from './rules/ind-02.ts';
import { IND_03 } from './rules/ind-03.ts';
import { IND_04 } from './rules/ind-04.ts';
import { IND_05 } from './rules/ind-05.ts';
import { IND_06 } from './rules/ind-06.ts';
import { IND_07 } from './rules/ind-07.ts';
import { IND_08 } from './rules/ind-08.ts';
import { IND_09 } from './rules/ind-09.ts';
import { NAR_01 } from './rules/nar-01.ts';
import { NAR_02 } from './rules/nar-02.ts';
import { NAR_03 } from './rules/nar-03.ts';
import { NAR_04 } from './rules/nar-04.ts';
import { NAR_05 } from './rules/nar-05.ts';
import { NAR_06 } from './rules/nar-06.ts';
import { NAR_07 } from './rules/nar-07.ts';
import { PCT_01 } from './rules/pct-01.ts';
import { PCT_02 } from './rules/pct-02.ts';
import { PCT_03 } from './rules/pct-03.ts';
import { PCT_04 } from './rules/pct-04.ts';
import { PCT_05 } from './rules/pct-05.ts';
import { PCT_06 } from './rules/pct-06.ts';
import { PCT_07 } from './rules/pct-07.ts';
import { PCT_08 } from './rules/pct-08.ts';
import { PCT_09 } from './rules/pct-09.ts';
import { RAT_01 } from './rules/rat-01.ts';
import { RAT_02 } from './rules/rat-02.ts';
import { RAT_03 } from './rules/rat-03.ts';
import { RAT_04 } from './rules/rat-04.ts';
import { RAT_05 } from './rules/rat-05.ts';
import { RAT_06 } from './rules/rat-06.ts';
import { RAT_07 } from './rules/rat-07.ts';
import { RAT_08 } from './rules/rat-08.ts';
import { RAT_09 } from './rules/rat-09.ts';
import { RAT_10 } from './rules/rat-10.ts';
import { RAT_11 } from './rules/rat-11.ts';
import { RAT_12 } from './rules/rat-12.ts';
import { RAT_13 } from './rules/rat-13.ts';
import { RAT_14 } from './rules/rat-14.ts';
import { RAT_15 } from './rules/rat-15.ts';
import { RAT_16 } from './rules/rat-16.ts';
import { RAT_17 } from './rules/rat-17.ts';
import { SCR_01 } from './rules/scr-01.ts';
import { SCR_02 } from './rules/scr-02.ts';
import { SCR_03 } from './rules/scr-03.ts';
import { SCR_04 } from './rules/scr-04.ts';
import { SCR_05 } from './rules/scr-05.ts';
import { SCR_06 } from './rules/scr-06.ts';
import { SCR_07 } from './rules/scr-07.ts';
import { SCR_08 } from './rules/scr-08.ts';
import { SCR_09 } from './rules/scr-09.ts';
import { SCR_10 } from './rules/scr-10.ts';
import { SCR_11 } from './rules/scr-11.ts';
import { SCR_12 } from './rules/scr-12.ts';
import { SCR_13 } from './rules/scr-13.ts';
import { SCR_14 } from './rules/scr-14.ts';
import { SCR_15 } from './rules/scr-15.ts';
import { STA_01 } from './rules/sta-01.ts';
import { STA_02 } from './rules/sta-02.ts';
import { STA_03 } from './rules/sta-03.ts';
import { STR_01 } from './rules/str-01.ts';
import { STR_02 } from './rules/str-02.ts';
import { STR_03 } from './rules/str-03.ts';
import { STR_04 } from './rules/str-04.ts';
import { STR_05 } from './rules/str-05.ts';
import { STR_06 } from './rules/str-06.ts';
import { STR_07 } from './rules/str-07.ts';
import { STR_08 } from './rules/str-08.ts';
import { STR_09 } from './rules/str-09.ts';
import { STR_10 } from './rules/str-10.ts';
import { STR_11 } from './rules/str-11.ts';
import { SUM_01 } from './rules/sum-01.ts';
import { SUM_02 } from './rules/sum-02.ts';
import { SUM_03 } from './rules/sum-03.ts';
import { SUM_04 } from './rules/sum-04.ts';
import { SUM_05 } from './rules/sum-05.ts';
import { SUM_06 } from './rules/sum-06.ts';
import { SUM_07 } from './rules/sum-07.ts';
import { SUM_08 } from './rules/sum-08.ts';
import { SUM_09 } from './rules/sum-09.ts';
import { SUM_10 } from './rules/sum-10.ts';
import { SUM_11 } from './rules/sum-11.ts';
import { SUM_12 } from './rules/sum-12.ts';
import { SUM_13 } from './rules/sum-13.ts';
import { SUM_14 } from './rules/sum-14.ts';
import { SUM_15 } from './rules/sum-15.ts';
import { SUM_16 } from './rules/sum-16.ts';
import { SUM_17 } from './rules/sum-17.ts';
import { TMP_01 } from './rules/tmp-01.ts';
import { TMP_02 } from './rules/tmp-02.ts';
import { TXT_01 } from './rules/txt-01.ts';
import { TXT_02 } from './rules/txt-02.ts';
import { TXT_03 } from './rules/txt-03.ts';
import { UCQ_01 } from './rules/ucq-01.ts';
import { UCQ_02 } from './rules/ucq-02.ts';
import { UCQ_03 } from './rules/ucq-03.ts';
import { UCQ_04 } from './rules/ucq-04.ts';
import { UCQ_05 } from './rules/ucq-05.ts';
import { UNI_01 } from './rules/uni-01.ts';
import { UNI_02 } from './rules/uni-02.ts';
import { UNI_03 } from './rules/uni-03.ts';
import { UNI_04 } from './rules/uni-04.ts';
import { UNI_05 } from './rules/uni-05.ts';
import { UNI_06 } from './rules/uni-06.ts';
import { UNI_07 } from './rules/uni-07.ts';
import { UNI_08 } from './rules/uni-08.ts';
import { WGT_01 } from './rules/wgt-01.ts';
import { WGT_02 } from './rules/wgt-02.ts';
import { WGT_03 } from './rules/wgt-03.ts';
import { WGT_04 } from './rules/wgt-04.ts';
import { WGT_05 } from './rules/wgt-05.ts';
import { WGT_06 } from './rules/wgt-06.ts';
import { WGT_07 } from './rules/wgt-07.ts';
import { XDOC_01 } from './rules/xdoc-01.ts';
import { XDOC_02 } from './rules/xdoc-02.ts';
import { XDOC_03 } from './rules/xdoc-03.ts';
import { XDOC_04 } from './rules/xdoc-04.ts';
import { XDOC_05 } from './rules/xdoc-05.ts';
import { XDOC_06 } from './rules/xdoc-06.ts';
import { XDOC_07 } from './rules/xdoc-07.ts';
import { XDOC_08 } from './rules/xdoc-08.ts';
import { XDOC_09 } from './rules/xdoc-09.ts';
import { XDOC_10 } from './rules/xdoc-10.ts';
import { XDOC_11 } from './rules/xdoc-11.ts';
import { XTB_01 } from './rules/xtb-01.ts';
import { XTB_02 } from './rules/xtb-02.ts';
import { YOY_01 } from './rules/yoy-01.ts';
import { YOY_02 } from './rules/yoy-02.ts';
import { YOY_03 } from './rules/yoy-03.ts';
import { YOY_04 } from './rules/yoy-04.ts';

/** The catalogue, in the order of its pages. A code is for ever: a rule may be retired, its code is not given again. */
export const RULES: readonly Rule[] = [
  UNI_01,
  UNI_02,
  UNI_03,
  UNI_04,
  UNI_05,
  UNI_06,
  UNI_07,
  UNI_08,
  SUM_01,
  SUM_02,
  SUM_03,
  SUM_04,
  SUM_05,
  SUM_06,
  SUM_07,
  SUM_08,
  SUM_09,
  SUM_10,
  SUM_11,
  SUM_12,
  SUM_13,
  SUM_14,
  SUM_15,
  SUM_16,
  SUM_17,
  PCT_01,
  PCT_02,
  PCT_03,
  PCT_04,
  PCT_05,
  PCT_06,
  WGT_01,
  WGT_02,
  WGT_03,
  WGT_04,
  WGT_05,
  WGT_06,
  WGT_07,
  SCR_01,
  SCR_02,
  SCR_03,
  SCR_04,
  SCR_05,
  SCR_06,
  SCR_07,
  SCR_08,
  SCR_09,
  SCR_10,
  SCR_11,
  SCR_12,
  SCR_13,
  SCR_14,
  SCR_15,
  IND_01,
  IND_02,
  IND_03,
  IND_04,
  IND_05,
  IND_06,
  IND_07,
  IND_08,
  IND_09,
  UCQ_01,
  UCQ_02,
  UCQ_03,
  UCQ_04,
  UCQ_05,
  RAT_01,
  RAT_02,
  RAT_03,
  RAT_04,
  RAT_05,
  RAT_06,
  RAT_07,
  RAT_08,
  RAT_09,
  RAT_10,
  STR_01,
  STR_02,
  STR_03,
  STR_04,
  STR_05,
  STR_06,
  STR_07,
  STR_08,
  STR_09,
  STR_10,
  STR_11,
  XTB_01,
  XTB_02,
  TXT_01,
  TXT_02,
  TXT_03,
  NAR_01,
  NAR_02,
  NAR_03,
  NAR_04,
  NAR_05,
  NAR_06,
  NAR_07,
  PCT_07,
  PCT_08,
  PCT_09,
  TMP_01,
  TMP_02,
  RAT_11,
  RAT_12,
  RAT_13,
  RAT_14,
  RAT_15,
  RAT_16,
  RAT_17,
  YOY_01,
  YOY_02,
  YOY_03,
  YOY_04,
  XDOC_01,
  XDOC_02,
  XDOC_03,
  XDOC_04,
  XDOC_05,
  XDOC_06,
  XDOC_07,
  XDOC_08,
  XDOC_09,
  XDOC_10,
  XDOC_11,
  STA_01,
  STA_02,
  STA_03,
  EXT_01,
  EXT_02,
  EXT_03,
];
