import sharp from 'sharp';

/** What the metadata of a picture says about people. */
interface PictureMetadata {
  /** Whether it says where the picture was taken. */
  location: boolean;
  /** Whether it says who made the picture. */
  author: boolean;
  /** Whether it has EXIF, XMP, IPTC or a comment, whatever they say. */
  present: boolean;
}

/** Read what a picture says in its metadata, without decoding its pixels; nothing for a file that is not a picture. */
export async function readPictureMetadata(bytes: Uint8Array): Promise<PictureMetadata> {
  try {
    const { exif, xmp, iptc, comments } = await sharp(bytes, { limitInputPixels: false }).metadata();
    const tags = exif ? exifTags(exif) : new Set<number>();
    const packet = xmp?.toString('utf8') ?? '';
    const says = (datasets: readonly number[]): boolean => datasets.some((dataset) => iptc?.includes(Buffer.from([0x1c, 2, dataset])));
    return {
      location: tags.has(gpsLatitude) || says(iptcPlaces) || places.test(packet),
      author:
        authors.some((tag) => tags.has(tag)) ||
        says(iptcAuthors) ||
        creators.test(packet) ||
        (comments ?? []).some(({ keyword, text }) => /(?:^|-)(?:author|artist|creator)$/i.test(keyword) && text.trim() !== ''),
      present: [exif, xmp, iptc, comments].some((one) => one !== undefined),
    };
  } catch {
    return { location: false, author: false, present: false };
  }
}

/** Tags of EXIF 2.32, https://www.cipa.jp/std/documents/e/DC-008-Translation-2019-E.pdf; GPSLatitude has 2 in a directory of its own. */
const gpsDirectory = 0x8825;
const gpsLatitude = 0x2;
const authors = [0x13b, 0x9c9d, 0xa430];
const exifDirectory = 0x8769;

/** Datasets of IPTC IIM 4.2, https://www.iptc.org/std/IIM/4.2/specification/IIMV4.2.pdf: city, sublocation, state; by-line, contact, writer. */
const iptcPlaces = [90, 92, 95];
const iptcAuthors = [80, 118, 122];

/** The same in XMP. */
const places = /GPSLatitude|photoshop:(?:City|State)|Iptc4xmpCore:Location\b|Iptc4xmpExt:Location(?:Created|Shown)/i;
const creators = /<dc:creator|photoshop:(?:AuthorsPosition|CaptionWriter)|Iptc4xmpCore:CreatorContactInfo/i;

/** List the tags of an EXIF block, with those of the directories of the camera and of the position. */
function exifTags(block: Buffer): Set<number> {
  const tiff = block.toString('latin1', 0, 4) === 'Exif' ? block.subarray(6) : block;
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number): number => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const tags = new Set<number>();
  const read = (directory: number): void => {
    if (directory + 2 > tiff.length) return;
    for (let index = 0, at = directory + 2; index < short(directory) && at + 12 <= tiff.length; index++, at += 12) {
      const tag = short(at);
      // Tag 2 of the main directory is unused.
      tags.add(tag);
      if ((tag === gpsDirectory || tag === exifDirectory) && directory === long(4)) read(long(at + 8));
    }
  };
  read(long(4));
  return tags;
}
