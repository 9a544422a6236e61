/** A page of a scan: a JPEG that covers it. Sizes in points and pixels. */
export interface JpegPage {
  jpeg: Uint8Array;
  pixelWidth: number;
  pixelHeight: number;
  width: number;
  height: number;
  /** Text under the picture that is not shown, in Latin letters and figures; points from the top left to its base line. */
  hidden?: readonly { text: string; x: number; y: number; size: number }[];
}

/** A PDF as a scanner writes it: every page one picture (ISO 32000-1 §8.9.5). */
export function picturesPdf(pages: readonly JpegPage[]): Uint8Array {
  const pieces: Buffer[] = [];
  const offsets: number[] = [];
  let length = 0;
  const write = (piece: Buffer): void => {
    pieces.push(piece);
    length += piece.length;
  };
  const object = (number: number, head: string, stream?: Uint8Array): void => {
    offsets[number] = length;
    write(Buffer.from(`${number} 0 obj\n${head}\n`, 'latin1'));
    if (stream) write(Buffer.concat([Buffer.from('stream\n'), stream, Buffer.from('\nendstream\n')]));
    write(Buffer.from('endobj\n'));
  };
  write(Buffer.from('%PDF-1.4\n'));
  const kids = pages.map((_, i) => `${3 + 3 * i} 0 R`).join(' ');
  object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  object(2, `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  pages.forEach(({ jpeg, pixelWidth, pixelHeight, width, height, hidden = [] }, i) => {
    const page = 3 + 3 * i;
    const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';
    const resources = `<< /XObject << /Im ${page + 2} 0 R >> /Font << /F1 ${font} >> >>`;
    object(
      page,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources ${resources} /Contents ${page + 1} 0 R >>`,
    );
    // Rendering mode 3 draws nothing (ISO 32000-1 §9.3.6).
    const layer = hidden.map(
      ({ text, x, y, size }) => `BT 3 Tr /F1 ${size} Tf ${x} ${height - y} Td (${text}) Tj ET`,
    );
    const drawing = Buffer.from([`q ${width} 0 0 ${height} 0 0 cm /Im Do Q`, ...layer].join('\n'));
    object(page + 1, `<< /Length ${drawing.length} >>`, drawing);
    const form = `/Width ${pixelWidth} /Height ${pixelHeight} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`;
    object(page + 2, `<< /Type /XObject /Subtype /Image ${form} /Length ${jpeg.length} >>`, jpeg);
  });
  const start = length;
  const rows = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  write(
    Buffer.from(
      `xref\n0 ${offsets.length}\n0000000000 65535 f \n${rows.join('')}trailer\n<< /Size ${offsets.length} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(pieces);
}
