import { interpolate, stringsFor } from '../../i18n/strings.ts';
import { intlNumberFormat, nonBreaking } from '../../metrics/format/format-figure.ts';
import type { Film } from './pictures.ts';

/** Name the file of a film with its length and size: "Film, 0:42, 3.1 MB". */
export function filmLabel({ files: [file], seconds }: Film, locale: string): string {
  const bytes = file?.bytes ?? 0;
  const [unit, size] = bytes < 1e6 ? (['kilobyte', Math.max(bytes, 1000) / 1e3] as const) : (['megabyte', bytes / 1e6] as const);
  const number = intlNumberFormat(locale, { style: 'unit', unit, maximumSignificantDigits: size < 100 ? 2 : 3 });
  return interpolate(stringsFor(locale).film.file, {
    length: filmLength(seconds),
    size: nonBreaking(number.format(size)),
  });
}

/** Write a length as players do: `0:42`, `1:02:05`. */
export function filmLength(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (number: number) => String(number).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
