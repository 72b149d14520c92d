/** As wide as it is printed at most, in dots. */
const WIDEST = 800;
/** What documents and their database still take lightly. */
const LONGEST = 400_000;

/**
 * A picture of any kind that the browser knows, a file or by its address, as a PNG that documents can print; smaller than it was, if it was large.
 * @returns a data URL, or null when it is no picture
 */
export async function readPicture(picture: Blob | string): Promise<string | null> {
  let url = '';
  try {
    // By its bytes, also one of the media library: a picture from elsewhere could not be drawn and read back.
    const blob = typeof picture === 'string' ? await (await fetch(picture)).blob() : picture;
    url = URL.createObjectURL(blob);
    const image = await load(url);
    for (let width = Math.min(WIDEST, image.naturalWidth || WIDEST); width >= 50; width /= 2) {
      const drawn = draw(image, Math.round(width));
      if (drawn && drawn.length <= LONGEST) return drawn;
    }
    return null;
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}

function load(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => {
      resolve(image);
    };
    image.onerror = () => {
      reject(new Error('no picture'));
    };
    image.src = url;
  });
}

function draw(image: HTMLImageElement, width: number): string | null {
  const ratio = image.naturalWidth ? image.naturalHeight / image.naturalWidth : 1;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = Math.max(1, Math.round(width * ratio));
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png');
}
