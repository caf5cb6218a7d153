/** README.txt of every pack: how to read it without Beredd. The same in all packs, so that it says nothing of a meeting. */
export const packReadme = `SÅ LÄSER DU DET HÄR HANDLINGSPAKETET UTAN BEREDD

Filen är ett handlingspaket till ett politiskt sammanträde. Enklast läser du det i
programmet Beredd, men det går lika bra utan:

1. Filen är ett vanligt ZIP-arkiv. Byt filändelsen .beredd mot .zip och packa upp den,
   eller skriv:  unzip paketets-namn.beredd
2. Handlingarna ligger i mappen "docs". Vilken handling som hör till vilken ärendepunkt,
   och vad den heter, står i META-INF/manifest.json under "agenda".
3. Vem som gett ut paketet och att inget har ändrats sedan dess kontrollerar du med
   programmet minisign:
       minisign -V -p META-INF/issuer.pub -m META-INF/manifest.json
   Nyckeln i issuer.pub är bara ett påstående tills du har jämfört den med kommunens.
4. Varje fils SHA-256-summa står i manifest.json under "files". Räkna ut en fils summa med
   till exempel  sha256sum FIL  eller, i Windows,  certutil -hashfile FIL SHA256
5. Mappen "sealed" innehåller ärenden under sekretess eller där någon är jävig. De är
   krypterade med programmet age och kan bara öppnas av dem som har rätt till dem.


HOW TO READ THIS PACK WITHOUT BEREDD

This file is a pack of documents for a political meeting. It is easiest to read in the
program Beredd, but any computer can read it:

1. The file is an ordinary ZIP archive. Change the extension .beredd to .zip and unpack it,
   or type:  unzip name-of-the-pack.beredd
2. The documents are in the folder "docs". Which document belongs to which agenda item, and
   its title, is told in META-INF/manifest.json under "agenda".
3. Check who issued the pack, and that nothing has changed since, with the program minisign:
       minisign -V -p META-INF/issuer.pub -m META-INF/manifest.json
   The key in issuer.pub is only a claim until you have compared it with the municipality's.
4. The SHA-256 of each file is given in manifest.json under "files". Compute a file's with,
   for example,  sha256sum FILE  or, on Windows,  certutil -hashfile FILE SHA256
5. The folder "sealed" holds items under secrecy or with a conflict of interest. They are
   encrypted with the program age and open only for those who are entitled to them.
`;
