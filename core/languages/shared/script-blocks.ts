/**
 * `<script>` elements of a single-file component. The opening tag ends at the first `>`, so a generic attribute with
 * an arrow in it is not understood; its block is then read from there, which at worst adds a few words to the code.
 */
export const scriptBlocks = /<script\b[^>]{0,500}>(?<code>[^<]*(?:<(?!\/script)[^<]*)*)(?:<\/script|$)/gi;
