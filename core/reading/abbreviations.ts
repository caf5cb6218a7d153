/** Lower case, without the last full stop. After them the sentence goes on even with a capital: "bl.a. Kyrkbyn". */
const neverEnding = `
  ang avd avs bl.a bl_a ca c:a dnr dr dvs d.v.s d_v_s ev exkl f.d f.n f.ö fr.o.m fr_o_m f.o.m förf gm i.o.m i_o_m inkl
  jfr kap kl m.a.o motsv nr nuv ordf p.g.a p_g_a pga prof resp s.k s_k sid skr stf stv särsk t.ex t_ex t.o.m t_o_m tel tf
  tfn v.ordf äv
  approx cf dept e.g esp i.e incl mr mrs ms para sect vs`;
/** As often the last word of a sentence as not, or words of their own: a capital after them decides. */
const perhapsEnding = `
  a.a adj alt anm art bet bil d.y d.ä doc e.d e_d e.m enl etc ex f ff f.m fig f.kr e.kr inc kr lic m m.fl m_fl m.m m_m max
  mdkr milj min mkr mnkr mom o.d o_d o.dyl obs osv o.s.v o_s_v p prop red ref reg s sek sen sign spec st tab tim tkr tsd
  uppl v vol
  a.m p.m ch co et_al ltd no nos pp rev sec
  jan feb febr apr jun jul aug sep sept okt oct nov dec mån tis ons tors fre lör sön`;

const setOf = (words: string): ReadonlySet<string> =>
  new Set(
    words
      .trim()
      .split(/\s+/)
      .map((word) => word.replaceAll('_', ' ')),
  );
const never = setOf(neverEnding);
const perhaps = setOf(perhapsEnding);

/** The last word before a full stop with the stops within it: of "enligt bl.a" that is "bl.a". */
const lastWord = /(?:^|[^\p{L}.:])((?:\p{L}+[.:])*\p{L}+)$/u;
/** Short words that belong together: "t ex", "fr o m", "et al". */
const lastShortWords = /(?:^|[^\p{L}.:])(\p{L}{1,2}(?: \p{L}{1,2}){1,2})$/u;

/** Whether the full stop after `before` belongs to an abbreviation and the sentence goes on after it. */
export function isAbbreviation(before: string, nextIsCapital: boolean): boolean {
  return [lastWord, lastShortWords].some((pattern) => {
    const word = pattern.exec(before)?.[1]?.toLowerCase();
    return word !== undefined && (never.has(word) || (!nextIsCapital && perhaps.has(word)));
  });
}
