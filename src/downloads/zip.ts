const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;

/** Where a record of a zip archive keeps the time and date of its file, from its beginning. */
const LOCAL_TIME_OFFSET = 10;
const ENTRY_TIME_OFFSET = 12;
/** 1 January 1980, 0:00, as MS-DOS wrote it: the first day that a zip archive knows. */
const FIRST_DAY = 0x0021_0000;

/** Makes the files of an archive as old as can be, in place: the same content is then the same archive. */
export function withoutTimes(archive: Buffer): Buffer {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + END_BYTES > archive.length || archive.readUInt32LE(end) !== END_SIGNATURE)
    throw new Error('no zip archive');
  let entry = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    archive.writeUInt32LE(FIRST_DAY, entry + ENTRY_TIME_OFFSET);
    archive.writeUInt32LE(FIRST_DAY, archive.readUInt32LE(entry + 42) + LOCAL_TIME_OFFSET);
    const [name, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(entry + offset));
    entry += ENTRY_BYTES + name! + extra! + comment!;
  }
  return archive;
}
