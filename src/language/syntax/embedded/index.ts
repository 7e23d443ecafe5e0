import { astroRegions, placesInAstro } from './finders/astro';
import { bracesIn, hideBraces } from './finders/braces';
import { httpRegions, placesInHttp } from './finders/http';
import { hideFromMarkup, interpolationsIn } from './finders/interpolations';
import { markdownRegions, placesInMarkdown } from './finders/markdown';
import { svelteRegions } from './finders/svelte';
import { vueRegions } from './finders/vue';
import { hostSyntax } from './host-syntax';
import { placesInMarkup } from './markup-places';
import { tagEnd } from './svelte/blocks';

/** Single-file components of Vue. */
export const vueSyntax = hostSyntax({
  languageIds: ['vue'],
  fileExtensions: { '.vue': 'vue' },
  regions: { mayFind: () => true, find: vueRegions },
  places(text) {
    const interpolations = interpolationsIn(text);
    return placesInMarkup(hideFromMarkup(text, interpolations), interpolations);
  },
});

/** Components of Svelte. */
export const svelteSyntax = hostSyntax({
  languageIds: ['svelte'],
  fileExtensions: { '.svelte': 'svelte' },
  regions: { mayFind: () => true, find: svelteRegions },
  places(text) {
    const stretches = bracesIn(text, tagEnd);
    return placesInMarkup(hideBraces(text, stretches), stretches);
  },
});

/** Documents of Markdown with blocks of other languages. */
export const markdownSyntax = hostSyntax({
  languageIds: ['markdown'],
  fileExtensions: { '.md': 'markdown', '.markdown': 'markdown' },
  regions: { mayFind: (text) => /`{3}|~{3}/.test(text), find: markdownRegions },
  places: placesInMarkdown,
});

/** Pages and components of Astro. */
export const astroSyntax = hostSyntax({
  languageIds: ['astro'],
  fileExtensions: { '.astro': 'astro' },
  regions: { mayFind: () => true, find: astroRegions },
  places: placesInAstro,
});

/** Files of HTTP requests. */
export const httpSyntax = hostSyntax({
  languageIds: ['http'],
  fileExtensions: { '.http': 'http', '.rest': 'http' },
  regions: { mayFind: () => true, find: httpRegions },
  places: placesInHttp,
  lineComment: '#',
});
