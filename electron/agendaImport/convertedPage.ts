/** A page around a converted document's body, as it is to look on paper. It may load nothing and run nothing. */
export const convertedPage = (body: string, title: string): string => `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</title>
<style>
@page { size: A4; margin: 22mm 20mm; }
body { font: 11pt/1.45 Georgia, 'Times New Roman', 'Liberation Serif', serif; color: #000; margin: 0; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, h6 { font-family: Arial, 'Liberation Sans', sans-serif; line-height: 1.2; break-after: avoid; }
h1 { font-size: 18pt; } h2 { font-size: 14pt; } h3 { font-size: 12pt; }
table { border-collapse: collapse; width: 100%; margin: 3mm 0; }
td, th { border: 0.3mm solid #777; padding: 1mm 2mm; text-align: left; vertical-align: top; }
tr { break-inside: avoid; }
img { max-width: 100%; }
</style>
</head>
<body>
${body}
</body>
</html>
`;
