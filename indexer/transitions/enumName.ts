/**
 * The name that rows have for a value of a contract's enum.
 *
 * @throws {RangeError} for a number that the enum does not hold.
 */
export function enumName<const Names extends readonly string[]>(
  what: string,
  names: Names,
  value: number,
): Names[number] {
  const name = names[value];
  if (name === undefined) throw new RangeError(`${value} is no ${what}`);
  return name;
}
