/**
 * Draws the pictures of the demo shop: flat illustrations, one light (from the upper left), one
 * palette. Every picture is an SVG made here and rendered with sharp; nothing is random, so that a
 * second run writes the same files.
 *
 *   node playground/demo/draw-pictures.mjs            all pictures, into ./pictures
 *   node playground/demo/draw-pictures.mjs mug lamp   only those whose name contains a word
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const SIZE = 800;
const GROUND = 640; // where standing things stand
const outDir = join(dirname(fileURLToPath(import.meta.url)), 'pictures');

const c = {
  oat: '#e6d7bb',
  moss: '#7d8a5b',
  ink: '#3b5873',
  rust: '#b85f41',
  charcoal: '#484b50',
  mustard: '#d8a548',
  clay: '#c97a55',
  wood: '#c39766',
  walnut: '#8a6142',
  brass: '#c8a052',
  steel: '#b4bcc1',
  cream: '#fbf6ec',
  leaf: '#6f8f5e',
  straw: '#e2c27c',
  dark: '#2c2320',
};

/** Backgrounds: wall, circle behind the thing, table. */
const rooms = {
  sand: ['#f1e6d6', '#f8f1e6', '#e3d2ba'],
  sage: ['#dfe6d5', '#ecf1e4', '#cbd5bb'],
  sky: ['#d9e4e9', '#e8f0f3', '#c2d1d9'],
  blush: ['#f3ddd1', '#f9ebe3', '#e5c6b5'],
  honey: ['#f4e6c3', '#faf1da', '#e6d09c'],
};

// ---------------------------------------------------------------------------------------------
// Small tools

let ids = 0;
const nextId = () => `i${++ids}`;

const path = (d, fill, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`;
const line = (d, stroke, width, more = '') =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;
const oval = (cx, cy, rx, ry, fill, more = '') =>
  `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${fill}" ${more}/>`;
const dot = (cx, cy, r, fill, more = '') => oval(cx, cy, r, r, fill, more);
const box = (x, y, w, h, r, fill, more = '') =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${fill}" ${more}/>`;
const boxPath = (x, y, w, h, r) =>
  `M${x + r} ${y}h${w - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${h - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}` +
  `h${2 * r - w}a${r} ${r} 0 0 1 ${-r} ${-r}v${2 * r - h}a${r} ${r} 0 0 1 ${r} ${-r}Z`;
const ovalPath = (cx, cy, rx, ry) =>
  `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`;

/** A filled outline, and things drawn inside it only (shade, stripes, grain). */
const form = (d, fill, ...inside) => {
  const id = nextId();
  return (
    `<clipPath id="${id}"><path d="${d}"/></clipPath>` +
    path(d, fill) +
    `<g clip-path="url(#${id})">${inside.join('')}</g>`
  );
};

const shade = (d, opacity = 0.16) => path(d, c.dark, `opacity="${opacity}"`);
const shine = (d, opacity = 0.3) => path(d, '#fff', `opacity="${opacity}"`);
const turn = (angle, svg, x = 400, y = 400) =>
  `<g transform="rotate(${angle} ${x} ${y})">${svg}</g>`;
const move = (x, y, svg, scale = 1) =>
  `<g transform="translate(${x} ${y}) scale(${scale})">${svg}</g>`;
const mirror = (svg) => `<g transform="translate(800 0) scale(-1 1)">${svg}</g>`;

/** `count` values of f, evenly spread numbers 0 … count − 1. */
const repeat = (count, f) => Array.from({ length: count }, (_, i) => f(i)).join('');

/** Mixes two hex colours; `share` 0 is all the first, 1 all the second. */
const mix = (a, b, share) => {
  const parts = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
  const [pa, pb] = [parts(a), parts(b)];
  return `#${pa
    .map((v, i) => Math.round(v + (pb[i] - v) * share))
    .map((v) => v.toString(16).padStart(2, '0'))
    .join('')}`;
};
const darker = (colour, share = 0.22) => mix(colour, c.dark, share);
const lighter = (colour, share = 0.3) => mix(colour, '#ffffff', share);

/** A soft shadow on the table, longer to the right: the light comes from the left. */
const cast = (cx, rx, y = GROUND) =>
  oval(
    cx + rx * 0.22,
    y + 2,
    rx * 1.18,
    Math.max(12, rx * 0.13),
    c.dark,
    'opacity="0.2" filter="url(#soft)"'
  );

const steam = (x, y) =>
  line(
    `M${x} ${y}c-22 -30 22 -52 0 -84M${x + 52} ${y - 8}c-22 -28 22 -46 0 -74`,
    '#fff',
    9,
    'opacity="0.75"'
  );

const flame = (x, y, s = 1) =>
  oval(x, y - 24 * s, 62 * s, 70 * s, '#fff3c4', 'opacity="0.5" filter="url(#soft)"') +
  path(
    `M${x} ${y - 66 * s}c${26 * s} ${32 * s} ${28 * s} ${66 * s} 0 ${66 * s}c${-28 * s} 0 ${-26 * s} ${-34 * s} 0 ${-66 * s}Z`,
    '#f0a93f'
  ) +
  path(
    `M${x} ${y - 36 * s}c${13 * s} ${16 * s} ${13 * s} ${34 * s} 0 ${34 * s}c${-13 * s} 0 ${-13 * s} ${-18 * s} 0 ${-34 * s}Z`,
    '#fff0b8'
  );

/** A leaf from (0, 0) upwards, `l` long. */
const leaf = (x, y, angle, l, fill = c.leaf) =>
  `<g transform="translate(${x} ${y}) rotate(${angle})">` +
  path(
    `M0 0C${-l * 0.38} ${-l * 0.3} ${-l * 0.3} ${-l * 0.75} 0 ${-l}C${l * 0.3} ${-l * 0.75} ${l * 0.38} ${-l * 0.3} 0 0Z`,
    fill
  ) +
  path(`M0 0C${l * 0.38} ${-l * 0.3} ${l * 0.3} ${-l * 0.75} 0 ${-l}Z`, darker(fill, 0.14)) +
  '</g>';

// ---------------------------------------------------------------------------------------------
// The things. Each stands on GROUND around x = 400, or hangs / lies around (400, 400).

const things = {
  mug(colour = c.oat) {
    const body = 'M262 352L514 352L502 590Q498 640 448 640L328 640Q278 640 274 590Z';
    const speckles = repeat(26, (i) =>
      dot(
        284 + ((i * 83) % 212),
        392 + ((i * 61) % 180),
        2.4 + (i % 3),
        darker(colour, 0.45),
        'opacity="0.4"'
      )
    );
    return (
      cast(390, 130) +
      line('M508 412C620 390 622 566 496 556', darker(colour, 0.2), 36) +
      line('M508 406C612 388 612 554 496 548', colour, 22) +
      form(
        body,
        colour,
        box(250, 592, 280, 60, 0, mix(c.clay, c.oat, 0.35)),
        speckles,
        shade('M440 330H530V660H400Q450 500 440 330Z', 0.13),
        shine('M290 352L322 352L330 580L308 580Z', 0.28)
      ) +
      oval(388, 352, 126, 27, lighter(colour, 0.25)) +
      oval(388, 354, 110, 20, darker(colour, 0.35)) +
      oval(388, 359, 98, 14, '#5c3a28') +
      steam(366, 306)
    );
  },

  bowl(colour = c.ink) {
    const body = 'M192 428Q204 610 336 632L346 648L454 648L464 632Q596 610 608 428Z';
    const berries = [
      [338, 416],
      [362, 430],
      [384, 414],
      [352, 404],
      [408, 428],
    ];
    return (
      cast(400, 160, 646) +
      form(
        body,
        colour,
        shade('M470 420H640V660H420Q520 560 470 420Z', 0.18),
        shine('M226 430Q240 560 306 606L284 606Q214 540 206 430Z', 0.2),
        line('M180 478Q400 560 620 478', lighter(colour, 0.75), 7, 'opacity="0.85"'),
        line('M180 500Q400 584 620 500', lighter(colour, 0.75), 3, 'opacity="0.85"')
      ) +
      oval(400, 428, 208, 48, lighter(colour, 0.7)) +
      oval(400, 430, 192, 40, darker(colour, 0.15)) +
      oval(400, 438, 176, 31, '#f0e1c4') +
      berries.map(([x, y]) => dot(x, y, 15, '#4c4f7d') + dot(x - 4, y - 5, 4, '#9ea2c9')).join('') +
      path('M440 444q30 -34 66 -18q-10 32 -66 18Z', '#d97c5a') +
      path('M470 420q34 -22 58 4q-18 22 -58 -4Z', '#e39a72')
    );
  },

  teapot(colour = c.moss) {
    return (
      cast(400, 175) +
      line('M262 414C250 196 552 196 540 414', c.walnut, 20) +
      line('M262 408C254 204 540 200 536 404', c.wood, 8, 'stroke-dasharray="2 16"') +
      form(
        'M256 520C214 520 186 470 162 410L128 398L160 384L206 396C220 440 246 468 280 470Z',
        darker(colour, 0.1)
      ) +
      form(
        'M400 392C520 392 576 450 576 520C576 600 520 640 460 640L340 640C280 640 224 600 224 520C224 450 280 392 400 392Z',
        colour,
        shade('M490 380H600V660H400Q560 590 490 380Z', 0.16),
        shine('M262 510C264 460 292 432 332 420C302 450 288 490 290 540Z', 0.28),
        box(200, 618, 400, 40, 0, darker(colour, 0.25))
      ) +
      oval(400, 398, 96, 20, darker(colour, 0.25)) +
      form(
        'M308 396C320 352 480 352 492 396Q400 420 308 396Z',
        lighter(colour, 0.12),
        shade('M440 340H520V420H430Z', 0.12)
      ) +
      dot(400, 348, 20, c.walnut) +
      dot(394, 342, 6, c.wood) +
      dot(262, 414, 13, darker(colour)) +
      dot(540, 414, 13, darker(colour))
    );
  },

  board() {
    const body =
      'M300 290Q300 262 328 262L360 262Q372 262 374 248L374 176Q374 148 400 148Q426 148 426 176L426 248Q428 262 440 262L502 262Q530 262 530 290L530 612Q530 640 502 640L328 640Q300 640 300 612Z';
    const wide = `<g transform="translate(-42 0) scale(1.08 1)">${form(
      body,
      c.wood,
      repeat(7, (i) =>
        line(
          `M${310 + i * 34} 140Q${332 + i * 30 + (i % 2) * 18} 400 ${304 + i * 36} 650`,
          darker(c.wood, 0.28),
          4,
          'opacity="0.35"'
        )
      ),
      oval(352, 420, 12, 30, darker(c.wood, 0.3), 'opacity="0.35"'),
      shade('M506 250H560V660H506Z', 0.13),
      shine('M300 262H318V640H300Z', 0.22)
    )}${dot(400, 186, 12, darker(c.wood, 0.55))}</g>`;
    const slash = (x) => line(`M${x} 520q20 22 10 52`, '#f1d4a2', 12);
    return (
      cast(410, 190) +
      wide +
      form(
        'M392 640C352 640 330 604 344 568C360 516 452 496 532 500C612 504 668 548 668 596C668 626 648 640 616 640Z',
        '#bd7b42',
        shade('M330 606Q500 650 690 580V660H330Z', 0.16),
        shine('M372 552Q430 514 520 514Q440 528 392 570Z', 0.25)
      ) +
      slash(430) +
      slash(494) +
      slash(558)
    );
  },

  mill(colour = c.walnut) {
    const body =
      'M352 640Q340 640 340 626C340 560 372 540 372 476C372 430 346 420 346 384Q346 372 360 372L440 372Q454 372 454 384C454 420 428 430 428 476C428 540 460 560 460 626Q460 640 448 640Z';
    const top =
      'M350 366C346 330 372 322 372 296C354 280 352 240 400 236C448 240 446 280 428 296C428 322 454 330 450 366Z';
    const inside = [
      shade('M416 220H480V660H404Q424 480 416 220Z', 0.2),
      shine(
        'M362 372Q366 420 384 470Q384 560 362 626L352 626Q356 560 374 500Q374 440 356 400Z',
        0.25
      ),
    ];
    return (
      cast(400, 74) +
      form(body, colour, ...inside, box(320, 600, 160, 10, 0, darker(colour, 0.35))) +
      form(
        top,
        colour,
        shade('M410 220H480V380H404Z', 0.2),
        shine('M372 250Q384 242 396 244Q378 256 376 280Z', 0.35)
      ) +
      box(352, 364, 96, 11, 4, c.brass) +
      dot(400, 226, 14, c.brass) +
      dot(396, 222, 4, lighter(c.brass, 0.6)) +
      [
        [520, 646, 10],
        [548, 630, 9],
        [500, 664, 9],
        [286, 652, 10],
        [262, 640, 8],
        [566, 660, 8],
      ]
        .map(
          ([x, y, r]) =>
            dot(x + 3, y + 4, r, c.dark, 'opacity="0.15"') +
            dot(x, y, r, '#4a3a33') +
            dot(x - 3, y - 3, 2.5, '#8a756b')
        )
        .join('')
    );
  },

  apron(colour = c.ink) {
    const body =
      'M326 214L474 214C478 290 516 330 566 344L560 650Q560 664 546 664L254 664Q240 664 240 650L234 344C284 330 322 290 326 214Z';
    return lift(
      line('M334 224C330 96 470 96 466 224', mix(colour, c.oat, 0.55), 15) +
        line(
          'M238 358C190 372 178 420 196 470M562 358C612 372 622 424 602 480',
          mix(colour, c.oat, 0.55),
          14
        ) +
        form(
          body,
          colour,
          shade('M470 200C470 330 520 340 520 400L500 680H600V200Z', 0.14),
          shade('M360 470Q352 590 340 680L362 680Q372 580 360 470Z', 0.1),
          shine('M250 350Q262 500 256 664L240 664V350Z', 0.14),
          line('M332 236H468', lighter(colour, 0.5), 3, 'stroke-dasharray="9 8"')
        ) +
        box(302, 424, 196, 128, 14, darker(colour, 0.1)) +
        line('M312 442H488M400 434V546', lighter(colour, 0.5), 3, 'stroke-dasharray="9 8"') +
        dot(336, 236, 8, c.brass) +
        dot(464, 236, 8, c.brass) +
        move(424, 350, line('M0 120V30M0 30q-16 -34 0 -66q16 32 0 66', c.wood, 12))
    );
  },

  kettle(colour = c.charcoal) {
    return (
      cast(420, 150) +
      line('M296 560C210 560 250 410 190 372C176 364 160 366 146 372', darker(colour, 0.1), 25) +
      line('M296 552C222 550 256 408 192 364', lighter(colour, 0.2), 6, 'opacity="0.6"') +
      line('M520 408L612 396Q640 396 636 426L612 580', c.walnut, 27) +
      line('M520 404L606 392', c.wood, 6) +
      form(
        'M316 390L524 390L570 604Q576 640 542 640L298 640Q264 640 270 604Z',
        colour,
        shade('M478 380L520 660H620V380Z', 0.3),
        shine('M334 392L360 392L334 616L302 616Z', 0.22),
        box(250, 612, 340, 8, 0, c.brass)
      ) +
      form(
        'M312 392C318 354 522 354 528 392Z',
        lighter(colour, 0.12),
        shade('M460 340H540V400H460Z', 0.25)
      ) +
      box(404, 336, 32, 26, 4, c.brass) +
      oval(420, 326, 34, 19, c.walnut) +
      oval(410, 320, 12, 5, c.wood)
    );
  },

  blanket(colour = c.mustard) {
    const fringe = (y, tone) =>
      repeat(9, (i) =>
        line(`M598 ${y + 12 + i * 8.4}l${30 + (i % 3) * 5} ${(i % 2) * 4 - 1}`, tone, 4.5)
      );
    const fold = (y, tone, last) =>
      (last ? fringe(y, darker(tone, 0.08)) : '') +
      form(
        `M222 ${y}H604V${y + 92}H222A46 46 0 0 1 222 ${y}Z`,
        tone,
        box(470, y, 34, 92, 0, c.cream),
        box(518, y, 11, 92, 0, c.cream),
        box(446, y, 11, 92, 0, c.cream),
        shade(`M160 ${y + 64}H640V${y + 96}H160Z`, 0.13),
        shine(`M200 ${y}H610V${y + 13}H196Z`, 0.2),
        shine(
          `M160 ${y + 22}Q190 ${y + 18} 214 ${y + 12}L214 ${y + 20}Q190 ${y + 30} 180 ${y + 54}H160Z`,
          0.18
        )
      );
    return (
      cast(400, 220) +
      fold(548, darker(colour, 0.07), true) +
      fold(456, colour, false) +
      fold(364, lighter(colour, 0.08), true) +
      // a leather strap and its buckle
      form(
        'M300 360Q330 352 360 360V642H300Z',
        c.walnut,
        shade('M340 340H370V650H340Z', 0.15),
        shine('M304 358H310V642H304Z', 0.2)
      ) +
      line(
        'M312 372V630M348 372V630',
        lighter(c.walnut, 0.4),
        2,
        'stroke-dasharray="7 6" opacity="0.7"'
      ) +
      `<rect x="290" y="440" width="80" height="52" rx="8" fill="none" stroke="${c.brass}" stroke-width="10"/>` +
      box(326, 446, 9, 52, 4, lighter(c.brass, 0.3))
    );
  },

  cushion(colour = c.rust) {
    const body =
      'M196 236Q190 214 214 214Q400 252 586 214Q610 214 604 236Q570 420 604 616Q610 640 586 640Q400 610 214 640Q190 640 196 616Q230 420 196 236Z';
    return (
      cast(400, 195) +
      form(
        body,
        colour,
        repeat(5, (i) =>
          line(
            `M${268 + i * 66} 200Q${278 + i * 61} 420 ${268 + i * 66} 660`,
            lighter(colour, 0.55),
            i % 2 ? 4 : 9,
            'opacity="0.75"'
          )
        ),
        shade('M470 200H640V660H380Q560 540 470 200Z', 0.13),
        shine('M214 230Q250 420 214 620L196 620V230Z', 0.22),
        shade('M196 600Q400 560 604 600V660H196Z', 0.1)
      ) +
      line(
        'M214 214Q400 252 586 214M214 640Q400 610 586 640',
        darker(colour, 0.25),
        4,
        'opacity="0.55"'
      ) +
      [
        [200, 220],
        [600, 220],
        [200, 634],
        [600, 634],
      ]
        .map(([x, y]) => dot(x, y, 9, darker(colour, 0.25)))
        .join('')
    );
  },

  towels() {
    const towel = (x, base, stripe, length) =>
      form(
        `M${x} 252Q${x + 70} 226 ${x + 140} 252L${x + 152} ${length}Q${x + 70} ${length + 12} ${x - 12} ${length}Z`,
        base,
        repeat(3, (i) => box(x - 30, length - 150 + i * 38, 220, i === 1 ? 20 : 9, 0, stripe)),
        box(x - 30, 300, 220, 7, 0, stripe),
        shade(`M${x + 96} 220L${x + 110} 700H${x + 180}V220Z`, 0.1),
        shade(
          `M${x + 40} 300Q${x + 30} 500 ${x + 44} 700L${x + 58} 700Q${x + 50} 500 ${x + 40} 300Z`,
          0.07
        )
      );
    return lift(
      box(140, 196, 520, 40, 12, c.wood) +
        box(140, 222, 520, 14, 7, darker(c.wood, 0.2)) +
        line('M302 236V262M502 236V262', c.oat, 8) +
        towel(232, c.cream, c.ink, 606) +
        towel(432, mix(c.oat, '#ffffff', 0.15), c.rust, 570) +
        [302, 502].map((x) => dot(x, 218, 17, c.walnut) + dot(x - 5, 213, 6, c.wood)).join('')
    );
  },

  lamp(colour = c.moss) {
    return (
      path('M150 640L262 372L440 438L560 640Z', '#fff2c2', 'opacity="0.6"') +
      cast(520, 96) +
      form(
        'M428 640Q428 606 520 606Q612 606 612 640Z',
        colour,
        shade('M540 590H640V650H560Z', 0.2),
        shine('M446 624Q466 612 500 612Q470 618 460 632Z', 0.3)
      ) +
      line('M522 610L604 398L424 258', c.brass, 13) +
      line('M516 606L597 398', lighter(c.brass, 0.5), 3) +
      dot(604, 398, 19, darker(colour, 0.2)) +
      dot(604, 398, 7, c.brass) +
      dot(424, 258, 15, darker(colour, 0.2)) +
      turn(
        22,
        oval(350, 402, 46, 26, '#fffbe8') +
          dot(350, 404, 27, '#fff6cf') +
          form(
            'M314 226Q350 196 386 226L400 290C444 306 464 350 466 396L234 396C236 350 256 306 300 290Z',
            colour,
            shade('M384 190H480V400H420Q410 300 384 190Z', 0.18),
            shine('M316 232L330 226L322 300Q278 320 266 390L250 390Q262 310 308 294Z', 0.3)
          ) +
          oval(350, 396, 116, 15, darker(colour, 0.3)) +
          oval(350, 396, 102, 10, '#fff0b5'),
        350,
        300
      )
    );
  },

  candles() {
    const candle = (x, w, top) =>
      form(
        `M${x - w / 2} ${top}H${x + w / 2}V640H${x - w / 2}Z`,
        '#dca441',
        repeat(14, (i) =>
          line(
            `M${x - w / 2} ${top + 20 + i * 30}l${w} ${w * 0.5}M${x + w / 2} ${top + 20 + i * 30}l${-w} ${w * 0.5}`,
            '#b97e28',
            2.5,
            'opacity="0.45"'
          )
        ),
        shade(`M${x + w * 0.18} 0H${x + w}V660H${x + w * 0.18}Z`, 0.14),
        shine(`M${x - w * 0.38} 0H${x - w * 0.2}V660H${x - w * 0.38}Z`, 0.25)
      ) +
      oval(x, top, w / 2, w * 0.13, '#edc067') +
      line(`M${x} ${top}v-16`, c.dark, 4) +
      flame(x, top - 10, 0.9);
    return cast(400, 195) + candle(392, 92, 308) + candle(276, 100, 420) + candle(514, 106, 492);
  },

  notebook(colour = c.ink) {
    return lift(
      turn(
        -8,
        box(262, 178, 318, 452, 10, '#efe6d2') +
          repeat(4, (i) => line(`M${266} ${618 + i * 3}H576`, '#d3c5a8', 1.2)) +
          path('M500 620h26v56l-13 -14l-13 14Z', c.rust) +
          form(
            boxPath(250, 168, 318, 446, 16),
            colour,
            box(250, 168, 44, 446, 0, darker(colour, 0.25)),
            shine('M294 168H306V614H294Z', 0.14),
            shade('M420 168H568V614H300Z', 0.07)
          ) +
          box(524, 168, 15, 446, 0, mix(colour, c.dark, 0.5)) +
          box(340, 250, 150, 96, 6, c.cream) +
          line('M362 284H468M362 312H440', mix(colour, c.cream, 0.35), 5)
      ) +
        turn(
          24,
          box(622, 260, 26, 280, 0, c.mustard) +
            box(622, 260, 9, 280, 0, lighter(c.mustard, 0.3)) +
            box(622, 240, 26, 24, 0, c.steel) +
            box(622, 214, 26, 30, 8, c.rust) +
            path('M622 540H648L635 588Z', '#f0d9b0') +
            path('M630 570H640L635 588Z', c.dark),
          635,
          400
        )
    );
  },

  pen() {
    return (
      line(
        'M180 604c40 -70 74 -64 60 -14s22 52 52 4s54 -40 40 0s24 40 54 6s50 -22 44 4s40 26 76 6',
        c.ink,
        7
      ) +
      lift(
        turn(
          38,
          form(
            boxPath(376, 76, 48, 250, 22),
            c.rust,
            shade('M406 60H440V340H406Z', 0.2),
            shine('M384 80H391V320H384Z', 0.4)
          ) +
            form(
              'M374 322H426L418 500H382Z',
              c.rust,
              shade('M405 300H440V520H405Z', 0.2),
              shine('M384 330H391L393 490H388Z', 0.4)
            ) +
            box(370, 314, 60, 16, 4, c.brass) +
            box(370, 310, 60, 4, 2, lighter(c.brass, 0.5)) +
            box(419, 96, 14, 150, 7, c.brass) +
            box(380, 496, 40, 12, 3, c.brass) +
            form('M382 508H418L412 556H388Z', c.dark, shine('M388 508H393V556H390Z', 0.3)) +
            form(
              'M384 554H416Q420 590 400 640Q380 590 384 554Z',
              c.brass,
              shade('M400 540H430V650H400Z', 0.2)
            ) +
            dot(400, 578, 5, c.dark) +
            line('M400 580V634', c.dark, 2),
          400,
          400
        )
      )
    );
  },

  clock() {
    return lift(
      dot(400, 400, 226, c.walnut) +
        form(
          ovalPath(400, 400, 226, 226),
          c.wood,
          shade('M400 174A226 226 0 0 1 400 626A260 260 0 0 0 400 174Z', 0.12),
          shade('M560 120H700V700H380Q600 560 560 120Z', 0.12)
        ) +
        dot(400, 400, 188, c.cream) +
        form(
          ovalPath(400, 400, 188, 188),
          'none',
          shade('M200 200H600V260Q400 190 240 320V600H200Z', 0.08)
        ) +
        repeat(12, (i) =>
          turn(
            i * 30,
            box(
              395,
              230,
              10,
              i % 3 ? 22 : 40,
              5,
              i % 3 ? mix(c.charcoal, c.cream, 0.4) : c.charcoal
            )
          )
        ) +
        turn(-56, box(392, 290, 16, 128, 8, c.charcoal)) +
        turn(62, box(394, 252, 12, 172, 6, c.charcoal)) +
        turn(190, box(398, 240, 4, 190, 2, c.rust)) +
        dot(400, 400, 14, c.rust) +
        dot(400, 400, 5, c.cream)
    );
  },

  can(colour = c.moss) {
    return (
      cast(420, 170) +
      line('M330 400C330 250 540 236 556 400', darker(colour, 0.18), 22) +
      line('M330 398C332 258 536 244 552 392', lighter(colour, 0.15), 7) +
      line('M586 432C684 420 680 590 590 590', darker(colour, 0.18), 22) +
      path('M318 566L318 622L152 350L182 330Z', darker(colour, 0.1)) +
      path('M318 566L318 584L166 344L182 330Z', lighter(colour, 0.12)) +
      turn(
        -32,
        form('M116 300H216L190 356H142Z', c.brass, shade('M176 290H230V360H176Z', 0.2)) +
          oval(166, 300, 52, 15, lighter(c.brass, 0.25)) +
          [
            [140, 299],
            [156, 294],
            [156, 305],
            [174, 294],
            [174, 305],
            [190, 299],
          ]
            .map(([x, y]) => dot(x, y, 3, darker(c.brass, 0.5)))
            .join(''),
        166,
        330
      ) +
      form(
        'M300 402L592 402L606 612Q606 640 578 640L314 640Q286 640 286 612Z',
        colour,
        shade('M524 390L540 660H640V390Z', 0.18),
        shine('M322 404L350 404L340 640L308 640Z', 0.22),
        box(270, 448, 350, 9, 0, darker(colour, 0.22)),
        box(270, 594, 350, 9, 0, darker(colour, 0.22))
      ) +
      oval(446, 402, 146, 30, darker(colour, 0.35)) +
      path('M300 402A146 30 0 0 0 592 402L592 410A146 30 0 0 1 300 410Z', lighter(colour, 0.3)) +
      path('M446 372A146 30 0 0 1 592 402L560 402Q540 384 446 382Z', lighter(colour, 0.1))
    );
  },

  trowel() {
    return lift(
      turn(
        38,
        form(
          'M378 110Q378 84 400 84Q422 84 422 110L430 296H370Z',
          c.wood,
          shade('M406 70H440V310H406Z', 0.18),
          shine('M384 100H391V290H382Z', 0.3),
          box(360, 124, 80, 8, 0, c.rust),
          box(360, 140, 80, 8, 0, c.rust)
        ) +
          box(372, 290, 56, 40, 6, c.brass) +
          box(372, 290, 18, 40, 6, lighter(c.brass, 0.4)) +
          path('M386 328H414L412 428H388Z', darker(c.steel, 0.3)) +
          form(
            'M326 440Q326 412 354 412L446 412Q474 412 474 440L468 560Q456 660 400 724Q344 660 332 560Z',
            c.steel,
            shade('M400 400H490V740H400Z', 0.2),
            shine('M340 430H356V580L346 570Z', 0.5)
          ) +
          line('M400 428V640', darker(c.steel, 0.4), 5, 'opacity="0.5"'),
        400,
        400
      ) + turn(38, dot(400, 106, 8, darker(c.wood, 0.6)))
    );
  },

  secateurs(colour = c.rust) {
    return lift(
      turn(
        32,
        // the handle and hook behind
        form(
          'M410 372C450 400 496 470 498 560Q500 650 474 676Q450 690 444 660C440 570 430 500 376 420Z',
          darker(colour, 0.12),
          shine('M430 410Q480 480 482 600L470 600Q470 490 420 420Z', 0.2)
        ) +
          form(
            'M376 420C340 380 318 320 330 236Q352 232 364 260C360 310 384 350 424 372Z',
            darker(c.steel, 0.3)
          ) +
          line('M372 476q24 10 10 24t12 22t10 22', c.brass, 9) +
          form(
            'M390 372C350 400 304 470 302 560Q300 650 326 676Q350 690 356 660C360 570 370 500 424 420Z',
            colour,
            shade('M330 690Q350 520 424 420V700Z', 0.15),
            shine('M372 404Q322 480 318 600L310 600Q308 480 362 404Z', 0.3)
          ) +
          form(
            'M376 372L424 420C470 380 486 260 440 130C400 190 376 280 376 372Z',
            c.steel,
            shade('M440 130C486 260 470 380 424 420L408 404C450 350 458 250 440 130Z', 0.2),
            shine('M432 170Q392 270 392 372L382 372Q384 260 432 170Z', 0.6)
          ) +
          dot(400, 396, 25, c.charcoal) +
          dot(400, 396, 11, c.brass),
        400,
        400
      )
    );
  },

  gloves(colour = c.moss) {
    const palm =
      'M296 470L290 318Q289 296 308 296Q326 296 328 318L334 388L338 388L334 262Q334 238 354 238Q374 238 375 262L380 384L384 384L386 250Q387 226 407 226Q427 226 427 250L424 388L428 388L436 286Q439 264 458 267Q476 270 474 292L464 440L486 400Q500 376 520 386Q538 396 528 420L484 522Q470 552 470 584L306 584Q306 530 296 470Z';
    const glove = (tone) =>
      form(
        palm,
        tone,
        // the dipped fingertips
        path('M270 180H560V430L500 450L470 356Q380 330 280 372Z', lighter(tone, 0.62)),
        shade('M440 200H560V600H420Q470 480 440 200Z', 0.1),
        line(
          'M330 482Q384 452 446 476M334 514Q384 490 440 508',
          darker(tone, 0.3),
          4,
          'opacity="0.5"'
        )
      ) +
      form(
        boxPath(294, 574, 186, 96, 16),
        c.oat,
        repeat(7, (i) => box(314 + i * 25, 560, 5, 120, 0, darker(c.oat, 0.18))),
        box(280, 580, 220, 15, 0, c.rust),
        shade('M446 560H500V680H446Z', 0.1)
      );
    return lift(
      turn(-7, move(-142, -46, mirror(glove(colour))), 300, 600) +
        turn(7, move(142, -46, glove(colour)), 500, 600)
    );
  },

  twine() {
    const tone = '#cda56a';
    return (
      cast(400, 150) +
      line('M514 600C600 560 590 660 660 640S720 660 740 636', darker(tone, 0.12), 9) +
      box(352, 282, 96, 60, 8, c.walnut) +
      oval(400, 284, 48, 14, c.wood) +
      oval(400, 284, 22, 6, darker(c.walnut, 0.5)) +
      form(
        'M318 330Q400 306 482 330Q540 350 540 480Q540 606 486 632Q400 648 314 632Q260 606 260 480Q260 350 318 330Z',
        tone,
        repeat(15, (i) =>
          line(
            `M240 ${330 + i * 24}Q400 ${260 + i * 25} 560 ${300 + i * 25}`,
            darker(tone, 0.28),
            4,
            'opacity="0.4"'
          )
        ),
        repeat(9, (i) =>
          line(
            `M240 ${270 + i * 40}Q420 ${330 + i * 42} 560 ${400 + i * 38}`,
            lighter(tone, 0.4),
            5,
            'opacity="0.55"'
          )
        ),
        shade('M460 300H560V660H380Q520 560 460 300Z', 0.18)
      ) +
      form(
        'M258 446Q400 480 542 446L542 536Q400 572 258 536Z',
        c.cream,
        shade('M470 430H560V580H450Z', 0.12),
        move(400, 508, leaf(-10, 24, -20, 46) + leaf(10, 24, 25, 40)),
        line('M300 496H354M446 496H500', c.charcoal, 6)
      )
    );
  },

  pot() {
    const t = '#c8724c';
    return (
      cast(400, 130) +
      [
        [-52, 190, 372],
        [-30, 240, 384],
        [46, 200, 430],
        [24, 236, 418],
        [-6, 270, 400],
        [-74, 140, 360],
        [70, 150, 440],
      ]
        .map(([a, l, x], i) =>
          leaf(x, 424, a, l, [c.leaf, lighter(c.leaf, 0.18), darker(c.leaf, 0.14)][i % 3])
        )
        .join('') +
      form(
        'M286 462H514L486 616Q482 640 458 640H342Q318 640 314 616Z',
        t,
        shade('M448 450H540V660H420Q452 560 448 450Z', 0.16),
        shine('M312 462H336L350 630H336Z', 0.22),
        box(260, 462, 280, 18, 0, darker(t, 0.3), 'opacity="0.5"')
      ) +
      form(
        boxPath(264, 402, 272, 66, 10),
        lighter(t, 0.07),
        shade('M462 390H560V480H462Z', 0.14),
        shine('M284 402H312V470H284Z', 0.22)
      )
    );
  },

  seeds() {
    const packet = (tone, art) =>
      form(
        boxPath(0, 0, 190, 270, 5),
        c.cream,
        box(0, 0, 190, 66, 0, tone),
        box(0, 252, 190, 18, 0, tone),
        shade('M150 0H190V270H150Z', 0.06),
        box(0, 0, 190, 14, 0, darker(tone, 0.2))
      ) +
      line('M44 42H146', c.cream, 8) +
      line('M62 92H128', mix(tone, c.cream, 0.3), 5) +
      art;
    const stem = (x, d) => line(d, darker(c.leaf, 0.2), 6) + x;
    const basil = stem(
      [
        [-60, 62],
        [60, 62],
        [-24, 80],
        [24, 80],
        [0, 70],
      ]
        .map(([a, l]) => leaf(95, 196, a, l))
        .join(''),
      'M95 240V180'
    );
    const chive =
      repeat(5, (i) =>
        line(
          `M95 240Q${95 + (i - 2) * 12} 180 ${95 + (i - 2) * 26} ${134 + Math.abs(i - 2) * 12}`,
          c.leaf,
          6
        )
      ) +
      [
        [69, 146],
        [95, 134],
        [121, 146],
      ]
        .map(([x, y]) => dot(x, y, 13, '#a58bb5') + dot(x - 4, y - 4, 5, '#c7b4d1'))
        .join('');
    const thyme = stem(
      repeat(
        5,
        (i) =>
          leaf(95, 226 - i * 22, -58, 38 - i * 3, lighter(c.leaf, 0.12)) +
          leaf(95, 226 - i * 22, 58, 38 - i * 3, c.leaf)
      ) + dot(95, 122, 9, '#d99aa6'),
      'M95 242V126'
    );
    return lift(
      turn(-15, move(150, 254, packet(c.moss, chive), 1.08), 250, 560) +
        turn(15, move(448, 254, packet(c.rust, thyme), 1.08), 550, 560) +
        move(294, 216, packet(c.mustard, basil), 1.14)
    );
  },

  birdhouse() {
    const wall = mix(c.ink, '#ffffff', 0.28);
    return (
      box(384, 560, 32, 240, 0, c.walnut) +
      box(404, 560, 12, 240, 0, darker(c.walnut, 0.3)) +
      form(
        'M274 340L400 214L526 340V560H274Z',
        wall,
        shade('M452 200H540V580H452Z', 0.16),
        repeat(5, (i) => box(270, 380 + i * 42, 260, 3, 0, darker(wall, 0.3), 'opacity="0.45"')),
        shade('M274 340L400 214L526 340V372L400 246L274 372Z', 0.18)
      ) +
      line('M248 366L400 212L552 366', c.rust, 30) +
      line('M246 358L400 203', lighter(c.rust, 0.35), 6) +
      box(254, 552, 292, 24, 6, c.wood) +
      box(430, 552, 116, 24, 6, darker(c.wood, 0.16)) +
      dot(400, 410, 47, c.wood) +
      dot(400, 410, 38, '#3a2c27') +
      box(392, 478, 16, 16, 3, c.wood) +
      dot(400, 486, 11, c.wood) +
      // the robin
      move(
        478,
        492,
        line('M20 46V60M34 46V60', c.dark, 4) +
          path('M-18 8C-16 -28 34 -32 50 -4L112 22Q80 44 46 50Q-4 56 -18 8Z', '#7f6650') +
          path('M-18 8C-18 34 6 52 34 50C22 36 16 6 8 -14C-6 -12 -16 -4 -18 8Z', '#d8743f') +
          path('M34 4Q64 8 86 26Q56 34 36 26Z', '#655040') +
          dot(2, -4, 4, c.dark) +
          path('M-16 0L-32 6L-16 11Z', c.mustard)
      )
    );
  },

  lantern(colour = c.charcoal) {
    return (
      cast(400, 118) +
      line('M296 600C220 400 256 250 350 222M504 600C580 400 544 250 450 222', colour, 12) +
      line('M300 300C290 90 510 90 500 300', darker(c.steel, 0.25), 7) +
      form(
        'M340 300C300 360 296 450 344 520H456C504 450 500 360 460 300Z',
        '#fbeec2',
        shade('M440 290Q500 400 440 540H540V290Z', 0.05)
      ) +
      flame(400, 500, 1.35) +
      line('M352 322Q322 400 356 500', '#fff', 9, 'opacity="0.8"') +
      line('M336 520H464', colour, 16) +
      form(
        'M322 520H478L496 580H304Z',
        colour,
        shade('M436 510H520V600H436Z', 0.25),
        shine('M334 524H352L340 580H322Z', 0.2)
      ) +
      form(
        'M290 580H510Q526 580 526 610Q526 640 510 640H290Q274 640 274 610Q274 580 290 580Z',
        colour,
        shade('M456 570H540V660H456Z', 0.25),
        shine('M290 588H440V596H290Z', 0.2)
      ) +
      form('M330 302L350 256H450L470 302Z', colour, shade('M424 240H480V310H424Z', 0.25)) +
      form(
        'M362 256Q362 206 400 206Q438 206 438 256Z',
        colour,
        shade('M412 200H450V260H412Z', 0.25),
        shine('M372 250Q374 220 392 214L396 214Q384 226 384 250Z', 0.25)
      ) +
      dot(400, 552, 15, c.brass)
    );
  },

  weekender(colour = c.moss) {
    const leather = c.walnut;
    return (
      cast(400, 250) +
      line('M286 372C290 210 510 210 514 372', darker(leather, 0.25), 18) +
      form(
        'M160 470C160 404 206 370 262 366L538 366C594 370 640 404 640 470L640 596Q640 640 596 640L204 640Q160 640 160 596Z',
        colour,
        shade('M560 350H660V660H440Q600 600 560 350Z', 0.17),
        shine('M182 470C184 420 216 396 256 390C214 420 206 470 208 600L182 600Z', 0.18),
        box(140, 588, 520, 60, 0, leather),
        line('M150 578H650', lighter(colour, 0.5), 3, 'stroke-dasharray="10 8"')
      ) +
      box(232, 360, 336, 20, 10, darker(colour, 0.35)) +
      line('M248 370H552', c.brass, 5, 'stroke-dasharray="7 5"') +
      box(272, 366, 30, 270, 4, leather) +
      box(498, 366, 30, 270, 4, darker(leather, 0.12)) +
      line('M287 420C291 300 509 300 513 420', leather, 20) +
      line('M284 412C292 306 480 300 504 380', lighter(leather, 0.2), 4, 'opacity="0.7"') +
      box(350, 316, 100, 26, 12, darker(leather, 0.2)) +
      [
        [287, 424],
        [513, 424],
        [287, 600],
        [513, 600],
      ]
        .map(([x, y]) => dot(x, y, 8, c.brass))
        .join('') +
      box(336, 452, 128, 74, 10, darker(colour, 0.14)) +
      box(336, 452, 128, 22, 8, leather) +
      dot(400, 474, 7, c.brass)
    );
  },

  tote(colour = c.oat) {
    return lift(
      line('M316 330C306 90 494 90 484 330', darker(colour, 0.22), 22) +
        form(
          'M226 314H574L598 640Q598 664 574 664H226Q202 664 202 640Z',
          colour,
          shade('M520 300H620V680H470Q540 520 520 300Z', 0.09),
          shade('M300 330Q288 500 270 680L296 680Q312 500 300 330Z', 0.06),
          box(200, 314, 400, 28, 0, darker(colour, 0.1))
        ) +
        line('M316 350C300 112 500 112 484 350', mix(colour, '#ffffff', 0.2), 20) +
        // the cartwright's wheel
        move(
          400,
          500,
          `<circle r="92" fill="none" stroke="${c.rust}" stroke-width="16"/><circle r="70" fill="none" stroke="${c.rust}" stroke-width="4"/>` +
            repeat(
              8,
              (i) => `<g transform="rotate(${i * 45})">${box(-6, -74, 12, 60, 3, c.rust)}</g>`
            ) +
            dot(0, 0, 24, c.rust) +
            dot(0, 0, 9, colour)
        )
    );
  },

  umbrella(colour = c.mustard) {
    const canopy =
      'M400 160C240 160 136 280 124 430Q170 388 216 424Q262 388 308 424Q354 388 400 424Q446 388 492 424Q538 388 584 424Q630 388 676 430C664 280 560 160 400 160Z';
    return lift(
      box(394, 400, 12, 216, 0, c.walnut) +
        line('M400 600V640C400 700 318 700 318 640', c.wood, 22) +
        line('M394 600V640C394 690 326 690 324 646', lighter(c.wood, 0.3), 5) +
        box(391, 120, 18, 46, 9, c.walnut) +
        form(
          canopy,
          colour,
          path(
            'M400 150C280 180 224 300 216 440L308 440C312 300 344 200 400 150Z',
            lighter(colour, 0.22)
          ),
          path(
            'M400 150C456 200 488 300 492 440L584 440C576 300 520 180 400 150Z',
            darker(colour, 0.1)
          ),
          path('M400 150C520 180 576 300 584 440L690 440V150Z', darker(colour, 0.22)),
          shine('M400 150C240 170 150 280 140 420L120 420V150Z', 0.12)
        ) +
        line(
          'M400 162C280 180 224 300 216 422M400 162C344 200 312 300 308 422M400 162V422M400 162C456 200 488 300 492 422M400 162C520 180 576 300 584 422',
          darker(colour, 0.35),
          3,
          'opacity="0.6"'
        )
    );
  },

  bottle(colour = c.rust) {
    return (
      cast(400, 92) +
      line('M356 250C340 140 460 140 444 250', c.charcoal, 16) +
      form(
        boxPath(344, 220, 112, 84, 14),
        c.charcoal,
        shade('M418 210H470V320H418Z', 0.3),
        shine('M358 220H370V310H358Z', 0.25),
        repeat(9, (i) => box(350 + i * 13, 256, 3, 60, 0, '#2f3236'))
      ) +
      box(348, 300, 104, 20, 4, c.steel) +
      form(
        'M348 318H452C454 350 490 360 490 412V608Q490 640 458 640H342Q310 640 310 608V412C310 360 346 350 348 318Z',
        colour,
        shade('M448 310Q456 500 440 660H520V310Z', 0.2),
        shine('M330 420Q334 392 352 376L364 376Q348 400 348 430V600H330Z', 0.3),
        box(300, 614, 200, 40, 0, c.steel),
        shade('M448 600H520V660H448Z', 0.2)
      ) +
      move(
        398,
        500,
        `<circle r="34" fill="none" stroke="${c.cream}" stroke-width="6"/>` +
          repeat(
            8,
            (i) => `<g transform="rotate(${i * 45})">${box(-2.5, -30, 5, 24, 2, c.cream)}</g>`
          ) +
          dot(0, 0, 8, c.cream)
      )
    );
  },

  shirt(colour = c.ink) {
    const body =
      'M318 196L216 236Q188 248 180 280L126 600Q123 616 140 620L200 632Q216 634 220 618L262 420L256 682Q256 698 272 698L528 698Q544 698 544 682L538 420L580 618Q584 634 600 632L660 620Q677 616 674 600L620 280Q612 248 584 236L482 196Q400 250 318 196Z';
    return lift(
      line('M400 172V148C400 120 436 124 430 98C424 76 392 80 392 102', c.brass, 8) +
        form(
          body,
          colour,
          shade('M470 180C500 300 520 440 500 700H720V180Z', 0.1),
          shade('M262 420Q262 350 242 306L262 326Q284 400 258 560Z', 0.16),
          shade('M538 420Q538 350 558 306L538 326Q516 400 542 560Z', 0.16),
          shine('M216 236Q188 248 180 280L122 620L150 624L202 296Q210 258 238 234Z', 0.14),
          shade('M330 560Q322 630 316 690L332 690Q340 630 330 560Z', 0.1)
        ) +
        line('M132 578L228 596M668 578L572 596', darker(colour, 0.3), 4, 'opacity="0.6"') +
        path('M336 196Q400 250 464 196L452 178Q400 206 348 178Z', darker(colour, 0.4)) +
        form('M380 238H420V698H380Z', lighter(colour, 0.1), shade('M412 230H430V700H412Z', 0.12)) +
        path('M348 174L318 196L352 268L400 226Q360 208 348 174Z', lighter(colour, 0.16)) +
        path('M452 174L482 196L448 268L400 226Q440 208 452 174Z', lighter(colour, 0.08)) +
        repeat(
          5,
          (i) =>
            dot(400, 286 + i * 84, 8, c.cream) + dot(400, 286 + i * 84, 2.5, darker(colour, 0.3))
        ) +
        path('M448 330H520V398L484 416L448 398Z', darker(colour, 0.1)) +
        line('M450 344H518', lighter(colour, 0.45), 2.5, 'stroke-dasharray="7 6"')
    );
  },

  socks(colour = c.rust) {
    const d =
      'M330 196H450V452Q450 486 476 506L560 566Q606 602 580 650Q556 690 500 678L372 622Q330 602 330 548Z';
    const sock = (tone) =>
      form(
        d,
        tone,
        box(320, 190, 150, 84, 0, c.oat),
        repeat(9, (i) => box(336 + i * 14, 190, 3, 84, 0, darker(c.oat, 0.22), 'opacity="0.6"')),
        box(320, 296, 150, 13, 0, c.oat),
        box(320, 320, 150, 6, 0, c.oat),
        path('M520 690Q512 610 580 560L640 600L600 720Z', c.oat),
        path('M310 520Q390 520 392 640L320 660Z', c.oat),
        shade('M410 180H480V470Q440 520 410 180Z', 0.12),
        shade('M372 622L500 678Q556 690 580 650L590 700H340Z', 0.1)
      ) + line('M330 274H450', darker(tone, 0.2), 3, 'opacity="0.5"');
    return lift(
      turn(7, move(66, -34, sock(darker(colour, 0.14))), 450, 400) +
        turn(-4, move(-84, 14, sock(colour)), 350, 400)
    );
  },

  hat() {
    const t = c.straw;
    return (
      cast(400, 250, 600) +
      form(
        ovalPath(400, 546, 272, 72),
        t,
        repeat(
          5,
          (i) =>
            `<ellipse cx="400" cy="540" rx="${262 - i * 24}" ry="${66 - i * 9}" fill="none" stroke="${darker(t, 0.22)}" stroke-width="3" opacity="0.5"/>`
        ),
        shade('M480 470H700V640H420Q600 600 480 470Z', 0.12),
        shade('M128 556Q400 680 672 556V640H128Z', 0.1)
      ) +
      oval(412, 536, 168, 36, darker(t, 0.35), 'opacity="0.5"') +
      form(
        'M246 530C244 400 268 300 330 290Q366 290 400 304Q434 290 470 290C532 300 556 400 554 530Q400 590 246 530Z',
        t,
        repeat(9, (i) =>
          line(
            `M230 ${318 + i * 26}Q400 ${366 + i * 27} 570 ${318 + i * 26}`,
            darker(t, 0.24),
            3,
            'opacity="0.45"'
          )
        ),
        repeat(13, (i) =>
          line(`M${256 + i * 24} 280L${248 + i * 25.4} 590`, darker(t, 0.2), 2, 'opacity="0.25"')
        ),
        path('M236 452Q400 516 564 452L566 532Q400 594 234 532Z', c.ink),
        shade('M470 270H580V600H440Q500 460 470 270Z', 0.16),
        shine('M276 330Q300 300 330 298Q296 350 288 450L266 450Q264 380 276 330Z', 0.25),
        shade('M330 290Q366 290 400 304Q434 290 470 290Q430 340 400 340Q370 340 330 290Z', 0.14)
      )
    );
  },

  basket() {
    const t = '#bb8a55';
    const weave = repeat(7, (row) =>
      repeat(13, (i) =>
        box(
          170 + i * 38 + (row % 2) * 19,
          420 + row * 32,
          32,
          25,
          9,
          row % 2 === i % 2 ? lighter(t, 0.2) : lighter(t, 0.05)
        )
      )
    );
    return (
      cast(400, 225) +
      line('M226 420C226 170 574 170 574 420', darker(t, 0.3), 24) +
      line('M226 416C230 182 566 176 570 408', lighter(t, 0.2), 9, 'stroke-dasharray="14 12"') +
      form(
        'M190 420H610L582 616Q578 640 554 640H246Q222 640 218 616Z',
        darker(t, 0.35),
        weave,
        shade('M530 400H640V660H500Z', 0.18)
      ) +
      form(
        'M212 400Q400 360 588 400L600 430L566 492L520 440L468 524L420 442L372 500L330 440L276 486L240 436L200 430Z',
        c.cream,
        repeat(16, (i) => box(196 + i * 27, 350, 12, 200, 0, c.rust, 'opacity="0.55"')),
        repeat(6, (i) => box(180, 376 + i * 27, 440, 12, 0, c.rust, 'opacity="0.55"')),
        shade('M540 360H640V540H500Z', 0.1)
      ) +
      form(
        boxPath(178, 392, 444, 36, 18),
        t,
        repeat(24, (i) => line(`M${176 + i * 19} 432l14 -44`, darker(t, 0.25), 4, 'opacity="0.6"')),
        shade('M540 380H640V440H540Z', 0.15)
      ) +
      form(
        'M196 392C206 340 594 340 604 392Z',
        lighter(t, 0.12),
        repeat(15, (i) =>
          line(
            `M${206 + i * 28} 396Q${400 + (i - 7) * 24} 356 ${400 + (i - 7) * 20} 340`,
            darker(t, 0.2),
            4,
            'opacity="0.45"'
          )
        ),
        shade('M500 330H620V400H520Z', 0.14)
      ) +
      box(382, 376, 36, 44, 5, c.walnut) +
      dot(400, 408, 6, c.brass)
    );
  },
};

/** A thing on the wall or on a table seen from above: a soft shadow right below it. */
function lift(svg) {
  return `<g filter="url(#lift)">${svg}</g>`;
}

// ---------------------------------------------------------------------------------------------
// Scenes

const page = (
  svg
) => `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}" viewBox="0 0 800 800">
<defs>
<filter id="soft" x="-60%" y="-60%" width="220%" height="220%"><feGaussianBlur stdDeviation="9"/></filter>
<filter id="lift" x="-20%" y="-20%" width="140%" height="140%"><feDropShadow dx="12" dy="16" stdDeviation="11" flood-color="${c.dark}" flood-opacity="0.24"/></filter>
</defs>${svg}</svg>`;

const standing = (room, svg) =>
  box(0, 0, 800, 800, 0, rooms[room][0]) +
  dot(400, 380, 290, rooms[room][1]) +
  box(0, 560, 800, 240, 0, rooms[room][2]) +
  svg;

const lying = (room, svg) =>
  box(0, 0, 800, 800, 0, rooms[room][0]) + dot(400, 400, 330, rooms[room][1]) + svg;

/** A small thing, larger; its foot stays on the ground. */
const larger = (scale, svg) => move(400 - 400 * scale, GROUND - GROUND * scale, svg, scale);

/** Several things together for a category: [svg, x of its middle, scale]; the first is behind. */
const group = (room, ...parts) =>
  box(0, 0, 800, 800, 0, rooms[room][2]) +
  path('M90 600V390A310 310 0 0 1 710 390V600Z', rooms[room][1]) +
  box(0, 600, 800, 200, 0, mix(rooms[room][2], c.dark, 0.12)) +
  parts
    .map(([svg, x, scale, y = GROUND + 30]) =>
      move(x - 400 * scale, y - GROUND * scale, svg, scale)
    )
    .join('');

const t = things;
const pictures = {
  // products
  'stoneware-mug-oat': () => standing('sage', larger(1.1, t.mug(c.oat))),
  'stoneware-mug-moss': () => standing('sage', larger(1.1, t.mug(c.moss))),
  'breakfast-bowl': () => standing('blush', larger(1.08, t.bowl(c.ink))),
  'teapot': () => standing('honey', larger(1.1, t.teapot(c.moss))),
  'bread-board': () => standing('sky', t.board()),
  'pepper-mill': () => standing('blush', larger(1.2, t.mill(c.walnut))),
  'cooks-apron': () => lying('sand', t.apron(c.ink)),
  'pour-over-kettle': () => standing('sand', t.kettle(c.charcoal)),
  'wool-blanket-mustard': () => standing('sky', t.blanket(c.mustard)),
  'wool-blanket-ink': () => standing('sky', t.blanket(c.ink)),
  'linen-cushion': () => standing('sand', t.cushion(c.rust)),
  'tea-towels': () => lying('blush', move(-80, -80, t.towels(), 1.2)),
  'desk-lamp-moss': () => standing('blush', t.lamp(c.moss)),
  'desk-lamp-charcoal': () => standing('blush', t.lamp(c.charcoal)),
  'beeswax-candles': () => standing('sky', larger(1.15, t.candles())),
  'notebook-ink': () => lying('honey', t.notebook(c.ink)),
  'notebook-rust': () => lying('honey', t.notebook(c.rust)),
  'fountain-pen': () => lying('sand', t.pen()),
  'wall-clock': () => lying('sage', t.clock()),
  'watering-can-moss': () => standing('honey', larger(1.1, t.can(c.moss))),
  'watering-can-rust': () => standing('honey', larger(1.1, t.can(c.rust))),
  'hand-trowel': () => lying('sage', t.trowel()),
  'secateurs': () => lying('sky', t.secateurs(c.rust)),
  'garden-gloves': () => lying('blush', t.gloves(c.moss)),
  'garden-twine': () => standing('sage', larger(1.1, t.twine())),
  'terracotta-pot': () => standing('sky', larger(1.1, t.pot())),
  'herb-seeds': () => lying('sage', t.seeds()),
  'birdhouse': () => lying('sage', t.birdhouse()),
  'storm-lantern': () => standing('sky', t.lantern(c.charcoal)),
  'canvas-weekender-moss': () => standing('sand', t.weekender(c.moss)),
  'canvas-weekender-charcoal': () => standing('sand', t.weekender(c.charcoal)),
  'market-tote': () => lying('sky', t.tote(c.oat)),
  'umbrella': () => lying('sky', t.umbrella(c.mustard)),
  'travel-bottle': () => standing('honey', larger(1.1, t.bottle(c.rust))),
  'linen-shirt-ink': () => lying('sand', t.shirt(mix(c.ink, '#ffffff', 0.12))),
  'linen-shirt-oat': () => lying('sage', t.shirt(c.oat)),
  'wool-socks': () => lying('honey', t.socks(c.rust)),
  'straw-hat': () => standing('blush', t.hat()),
  'picnic-basket': () => standing('sage', t.basket()),

  // categories
  'category-table': () =>
    group('blush', [t.teapot(c.moss), 300, 0.86], [t.bowl(c.ink), 540, 0.56, 690]),
  'category-mugs-and-bowls': () =>
    group(
      'blush',
      [t.mug(c.moss), 540, 0.72],
      [t.mug(c.oat), 270, 0.8, 680],
      [t.bowl(c.ink), 490, 0.5, 720]
    ),
  'category-kitchen': () =>
    group('honey', [t.board(), 330, 0.86], [t.mill(c.walnut), 640, 0.8, 690]),
  'category-home': () =>
    group('sky', [t.lamp(c.charcoal), 480, 0.92], [t.blanket(c.mustard), 270, 0.6, 700]),
  'category-linen-and-wool': () =>
    group('sky', [t.cushion(c.rust), 480, 0.76], [t.blanket(c.ink), 310, 0.66, 710]),
  'category-light-and-desk': () =>
    group('honey', [t.lantern(c.charcoal), 300, 0.92], [t.candles(), 530, 0.66, 700]),
  'category-garden': () => group('sage', [t.pot(), 570, 0.9], [t.can(c.moss), 320, 0.8, 690]),
  'category-garden-tools': () =>
    group(
      'sage',
      [t.trowel(), 300, 0.74, 560],
      [t.secateurs(c.rust), 520, 0.72, 500],
      [t.twine(), 560, 0.5, 700]
    ),
  'category-pots-and-seeds': () =>
    group('sky', [t.pot(), 290, 0.86], [t.pot(), 590, 0.64, 690], [t.pot(), 440, 0.44, 720]),
  'category-travel': () =>
    group('sand', [t.weekender(c.ink), 390, 0.94, 680], [t.bottle(c.rust), 640, 0.62, 716]),
  'category-bags-and-bottles': () =>
    group(
      'blush',
      [t.weekender(c.moss), 340, 0.78],
      [t.bottle(c.charcoal), 630, 0.74, 690],
      [t.bottle(c.rust), 540, 0.6, 716]
    ),
  'category-clothing': () =>
    group('honey', [t.shirt(c.moss), 400, 0.88, 596], [t.hat(), 520, 0.5, 730]),
};

// ---------------------------------------------------------------------------------------------

const words = process.argv.slice(2);
await mkdir(outDir, { recursive: true });
let total = 0;
let count = 0;
for (const [name, draw] of Object.entries(pictures)) {
  if (words.length > 0 && !words.some((word) => name.includes(word))) continue;
  ids = 0;
  const webp = await sharp(Buffer.from(page(draw())))
    .webp({ quality: 78, effort: 6, smartSubsample: true })
    .toBuffer();
  await writeFile(join(outDir, `${name}.webp`), webp);
  total += webp.length;
  count += 1;
}
console.log(`${count} pictures, ${(total / 1000).toFixed(0)} kB`);
