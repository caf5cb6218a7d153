import boldCyrillic from '@fontsource/inter/files/inter-cyrillic-600-normal.woff?inline';
import boldGreek from '@fontsource/inter/files/inter-greek-600-normal.woff?inline';
import boldLatin from '@fontsource/inter/files/inter-latin-600-normal.woff?inline';
import boldLatinMore from '@fontsource/inter/files/inter-latin-ext-600-normal.woff?inline';
import cyrillic from '@fontsource/inter/files/inter-cyrillic-400-normal.woff?inline';
import greek from '@fontsource/inter/files/inter-greek-400-normal.woff?inline';
import latin from '@fontsource/inter/files/inter-latin-400-normal.woff?inline';
import latinMore from '@fontsource/inter/files/inter-latin-ext-400-normal.woff?inline';

export type Weight = 'regular' | 'strong';

/** Inter (OFL-1.1) as data: addresses, the parts in which most characters are found first. */
export const fontFiles: Readonly<Record<Weight, readonly string[]>> = {
  regular: [latin, latinMore, greek, cyrillic],
  strong: [boldLatin, boldLatinMore, boldGreek, boldCyrillic],
};
