import { PatternError, type PatternNode } from './pattern-syntax.ts'

/** The least and the greatest number of characters that a node matches. */
interface Width {
  readonly least: number
  readonly most: number
}

const NOTHING: Width = { least: 0, most: 0 }

/**
 * The width of a node (re/_parser.py getwidth). `groups` collects the widths of captures, which references to them have.
 * @throws PatternError when a lookbehind in it has no fixed width, which Python wants.
 */
export function widthOf(node: PatternNode, groups: Map<number, Width>): Width {
  switch (node.type) {
    case 'set':
    case 'any':
      return { least: 1, most: 1 }
    case 'at':
      return NOTHING
    case 'reference':
      return groups.get(node.group) ?? NOTHING
    case 'atomic':
      return widthOf(node.item, groups)
    case 'group': {
      const width = widthOf(node.item, groups)
      if (node.index !== null) groups.set(node.index, width)
      return width
    }
    case 'sequence':
      return node.items.map((item) => widthOf(item, groups)).reduce(together, NOTHING)
    case 'branch':
      return node.options.map((option) => widthOf(option, groups)).reduce(either)
    case 'repeat': {
      const item = widthOf(node.item, groups)
      const most = item.most === 0 ? 0 : item.most * (node.max ?? Number.POSITIVE_INFINITY)
      return { least: item.least * node.min, most }
    }
    case 'look': {
      const { least, most } = widthOf(node.item, groups)
      if (!node.ahead && least !== most) throw new PatternError(node.offset, 'a lookbehind without a fixed width')
      return NOTHING
    }
  }
}

const together = (a: Width, b: Width): Width => ({ least: a.least + b.least, most: a.most + b.most })
const either = (a: Width, b: Width): Width => ({ least: Math.min(a.least, b.least), most: Math.max(a.most, b.most) })
