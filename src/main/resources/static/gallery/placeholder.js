/** Paints a ThumbHash (Base64, https://evanw.github.io/thumbhash/) on a canvas: a blurred likeness of a picture that has not come yet. */
export function placeholder(text) {
  const hash = Uint8Array.from(window.atob(text), (character) => character.charCodeAt(0));
  const [head, tail] = [hash[0] | (hash[1] << 8) | (hash[2] << 16), hash[3] | (hash[4] << 8)];
  const [translucent, landscape] = [head >> 23, tail >> 15];
  const long = translucent ? 5 : 7;
  const ratio = landscape ? long / (tail & 7) : (tail & 7) / long;
  const [across, down] = landscape ? [long, Math.max(3, tail & 7)] : [Math.max(3, tail & 7), long];
  let half = translucent ? 12 : 10;
  // Each wave of a channel, half a byte each: how often it crosses the picture and how strongly.
  const waves = (nx, ny, scale) => {
    const all = [];
    for (let y = 0; y < ny; y++) {
      for (let x = y ? 0 : 1; x * ny < nx * (ny - y); x++, half++) {
        all.push({ x, y, by: (((hash[half >> 1] >> ((half & 1) << 2)) & 15) / 7.5 - 1) * scale });
      }
    }
    return all;
  };
  const light = waves(across, down, ((head >> 18) & 31) / 31);
  // A quarter more than is written makes up for what coarse steps take of the colours.
  const yellow = waves(3, 3, (((tail >> 3) & 63) / 63) * 1.25);
  const red = waves(3, 3, (((tail >> 9) & 63) / 63) * 1.25);
  const opaque = translucent ? waves(5, 5, (hash[5] >> 4) / 15) : [];
  const [width, height] = ratio > 1 ? [32, Math.round(32 / ratio)] : [Math.round(32 * ratio), 32];
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  const image = context.createImageData(width, height);
  const cosines = (size) => Array.from({ length: size }, (_, at) => Array.from({ length: 8 }, (__, times) => Math.cos((Math.PI / size) * (at + 0.5) * times)));
  const [columns, rows] = [cosines(width), cosines(height)];
  for (let at = 0; at < width * height; at++) {
    const [column, row] = [columns[at % width], rows[Math.floor(at / width)]];
    const value = (constant, all) => all.reduce((sum, wave) => sum + 2 * wave.by * column[wave.x] * row[wave.y], constant);
    const l = value((head & 63) / 63, light);
    const p = value(((head >> 6) & 63) / 31.5 - 1, yellow);
    const q = value(((head >> 12) & 63) / 31.5 - 1, red);
    const a = translucent ? value((hash[5] & 15) / 15, opaque) : 1;
    const b = l - (2 / 3) * p;
    const r = (3 * l - b + q) / 2;
    image.data.set([r, r - q, b, a].map((channel) => 255 * channel), at * 4);
  }
  context.putImageData(image, 0, 0);
  canvas.setAttribute('aria-hidden', 'true');
  return canvas;
}
