/** Disjoint groups of texts that grow together; each group is named by its smallest member, whatever the order. */
export class Groups {
  readonly #parent = new Map<string, string>();

  add(member: string): void {
    if (!this.#parent.has(member)) this.#parent.set(member, member);
  }

  /** The smallest member of the group. */
  nameOf(member: string): string {
    let name = member;
    for (let next = this.#parent.get(name); next !== undefined && next !== name; ) {
      name = next;
      next = this.#parent.get(name);
    }
    this.#parent.set(member, name);
    return name;
  }

  join(a: string, b: string): void {
    const x = this.nameOf(a);
    const y = this.nameOf(b);
    if (x < y) this.#parent.set(y, x);
    else this.#parent.set(x, y);
  }

  /** Members by the name of their group. */
  all(): Map<string, string[]> {
    const groups = new Map<string, string[]>();
    for (const member of this.#parent.keys()) {
      const name = this.nameOf(member);
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [member]);
      else group.push(member);
    }
    return groups;
  }
}
