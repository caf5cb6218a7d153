const content = `q 0.5 w 0.2 0.4 0.6 RG
${Array.from({ length: 40 }, (_, i) => `${40 + i * 12} 60 m ${60 + i * 9} 140 200 ${90 + i * 4} ${540 - i * 6} 180 c S`).join('\n')}
0.9 0.9 0.8 rg 40 200 200 90 re f* Q
BT /F1 11 Tf 1 0 0 1 40 780 Tm 14 TL
${Array.from({ length: 30 }, (_, i) => `(Sammantr\\344de ${i}: kommunstyrelsen \\345terremitterar \\344rendet f\\366r beredning.) Tj T*`).join('\n')}
/F2 17 Tf (Protokoll) Tj ET
q 160 0 0 120 300 200 cm BI /W 4 /H 4 /CS /RGB /BPC 8 /F /AHx ID
${'0a4060c08040'.repeat(8)}> EI Q`;

const font = (name: string): string =>
  `<</Type/Font/Subtype/Type1/BaseFont/${name}/Encoding/WinAnsiEncoding>>`;

const objects = [
  '<</Type/Catalog/Pages 2 0 R>>',
  '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>>>',
  `<</Length ${content.length}>>stream\n${content}\nendstream`,
  font('Helvetica'),
  font('Times-Bold'),
];

/**
 * One page of what pages are made of: letters, curves, areas, a picture. A PDFium that has drawn it once draws the first page of a
 * real document several times faster, because its code has been compiled.
 */
export function samplePdf(): Uint8Array {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj${object}endobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
}
