// The texts of the bench maps: the same seeded words here and in `examples/bench_map.rs`, which reads
// the word list from this file.

const WORDS =
  "account address again agent always answer app asks box branch button call card change chat " +
  "checks clear code compare confirm cost customer date delay delivery desk does early email " +
  "finds first form friend gets help hold home hour invoice keeps label late letter line link " +
  "long lost message minute money month name needs never new number offer office open order " +
  "page paid paper password phone picks price queue quick reads reason receipt refund reply " +
  "return same second sends shop sign slow small status step store team tells ticket time " +
  "today track tries twice unsure update wait wants week why with wrong";

/** Yields card texts of 3 to 15 words, always the same ones (xorshift32, Marsaglia 2003, seed 2463534242). */
export function* texts(count) {
  const words = WORDS.split(" ");
  let state = 2463534242;
  const below = (bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % bound;
  };
  for (let card = 0; card < count; card++) {
    const text = [];
    for (let left = 3 + below(13); left > 0; left--) text.push(words[below(words.length)]);
    yield text.join(" ");
  }
}
