import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium as playwright } from 'playwright-core';

const EXTRAORDINARY = ['--disable-web-security', '--allow-running-insecure-content', '--single-process', '--no-zygote'];

/** A browser, out of an npm package. */
export async function launch(): Promise<Browser> {
  const { default: chromium } = await import('@sparticuz/chromium');
  // The page is to be seen under the rules of an ordinary browser, which has more than one process.
  const args = chromium.args.filter((arg) => !EXTRAORDINARY.includes(arg));
  const executablePath = await chromium.executablePath();
  return playwright.launch({ executablePath, args, env: { ...process.env, FONTCONFIG_FILE: fontsOf(tmpdir()) } });
}

/** The package looks for its fonts in /tmp, wherever it unpacks them; a page without any font crashes. */
function fontsOf(folder: string): string {
  const file = path.join(folder, 'fonts.conf');
  const places = `<dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir>`;
  writeFileSync(file, `<?xml version="1.0"?><fontconfig>${places}</fontconfig>`);
  return file;
}
