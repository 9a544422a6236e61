/** Invented places and bodies. None exists; phone numbers are 0000-0000000. */
export const counties = [
  '青禾县',
  '临溪区',
  '白鹭县',
  '松岭市',
  '望川县',
  '石桥区',
  '南屿市',
  '云岫县',
  '禾泉区',
  '竹山湾县',
] as const;
export const towns = [
  '柳塘镇',
  '双槐镇',
  '麦场乡',
  '杏花岭镇',
  '小河沿镇',
  '北坡乡',
  '三棵松镇',
  '白石滩镇',
  '大榆镇',
  '清水湾乡',
  '稻香镇',
  '望月乡',
  '古渡镇',
  '银杏镇',
  '榆钱乡',
  '黄泥坝镇',
] as const;
export const people = ['林一舟', '陈青禾', '何小满', '周知秋', '吴望川', '孙南溪'] as const;
export const phone = '0000-0000000';
