/** One value of a list in a JSON document, as text. */
export type JsonPiece =
  | { readonly kind: 'value'; readonly line: number; readonly text: string }
  | { readonly kind: 'too-long'; readonly line: number; readonly text: string }

export type JsonSplitEnd = {
  /** 'closed': the list ended as it should; 'cut-off': the file ended inside it; 'absent': no such list. */
  readonly end: 'closed' | 'cut-off' | 'absent'
  readonly line: number
  /** Keys seen at the top, to name in a message. */
  readonly topKeys: readonly string[]
}

export type JsonSplitOptions = {
  /** Keys that lead to the list; empty when the document itself is the list. */
  readonly path: readonly string[]
  readonly limit: number
}

type Frame = { readonly isList: boolean; key: string | null }

const KEPT_OF_TOO_LONG = 500

/** A character-wise reader that knows strings, nesting and the keys that lead to where it stands. */
export class JsonSplitter {
  readonly #path: readonly string[]
  readonly #limit: number
  readonly #stack: Frame[] = []
  readonly #topKeys: string[] = []
  #line = 1
  #inString = false
  #escaped = false
  #string = ''
  #lastString: string | null = null
  /** Depth of the list whose values are wanted; 0 until it was found. */
  #listDepth = 0
  #closed = false
  /** A wanted value has begun and not ended. */
  #inside = false
  #value = ''
  #valueLine = 1
  #overLimit = false

  constructor({ path, limit }: JsonSplitOptions) {
    this.#path = path
    this.#limit = limit
  }

  /** Values completed by this text. */
  *add(text: string): Generator<JsonPiece> {
    let from = 0
    for (let at = 0; at < text.length; at += 1) {
      const character = text[at] ?? ''
      if (character === '\n') this.#line += 1
      const wasInside = this.#inside
      const ended = this.#step(character)
      if (!wasInside && this.#inside) from = at
      if (ended) {
        this.#keep(text.slice(from, ended === 'with' ? at + 1 : at))
        yield* this.#take()
        from = at + 1
      }
    }
    if (this.#inside) this.#keep(text.slice(from))
  }

  end(): JsonSplitEnd {
    const end = this.#closed ? 'closed' : this.#listDepth > 0 ? 'cut-off' : 'absent'
    return { end, line: this.#line, topKeys: this.#topKeys }
  }

  #keep(text: string): void {
    if (this.#overLimit) return
    this.#value += text
    if (this.#value.length > this.#limit) {
      this.#overLimit = true
      this.#value = this.#value.slice(0, KEPT_OF_TOO_LONG)
    }
  }

  *#take(): Generator<JsonPiece> {
    const text = this.#value.trim()
    const kind = this.#overLimit ? 'too-long' : 'value'
    this.#value = ''
    this.#overLimit = false
    this.#inside = false
    if (text !== '') yield { kind, line: this.#valueLine, text }
  }

  #begin(): void {
    this.#inside = true
    this.#valueLine = this.#line
  }

  /** Takes one character; says whether a wanted value ended before it or with it. */
  #step(character: string): 'before' | 'with' | null {
    if (this.#inString) return this.#stepInString(character)
    if (this.#closed) return null
    const isAtItem = this.#listDepth > 0 && this.#stack.length === this.#listDepth
    switch (character) {
      case ' ':
      case '\n':
      case '\r':
      case '\t':
        return null
      case '{':
      case '[':
        if (isAtItem) this.#begin()
        this.#open(character === '[')
        return null
      case '}':
      case ']':
        return this.#close(isAtItem)
      case ',':
        if (isAtItem) return this.#inside ? 'before' : null
        return null
      case ':':
        this.#nameKey()
        return null
      case '"':
        if (isAtItem && !this.#inside) this.#begin()
        this.#inString = true
        this.#string = ''
        return null
      default:
        if (isAtItem && !this.#inside) this.#begin()
        return null
    }
  }

  #stepInString(character: string): null {
    if (this.#escaped) this.#escaped = false
    else if (character === '\\') this.#escaped = true
    else if (character === '"') {
      this.#inString = false
      this.#lastString = this.#string
      return null
    }
    // Keys matter only on the way to the list; texts inside of it are not collected twice.
    if (this.#listDepth === 0 && this.#string.length < 200) this.#string += character
    return null
  }

  #nameKey(): void {
    const frame = this.#stack.at(-1)
    if (!frame || frame.isList || this.#listDepth > 0) return
    frame.key = this.#lastString
    if (this.#stack.length === 1 && this.#lastString !== null) this.#topKeys.push(this.#lastString)
  }

  #open(isList: boolean): void {
    const here = this.#stack.map(frame => frame.key)
    const isWanted =
      this.#listDepth === 0 &&
      isList &&
      here.length === this.#path.length &&
      this.#path.every((key, index) => here[index] === key)
    this.#stack.push({ isList, key: null })
    if (isWanted) this.#listDepth = this.#stack.length
  }

  #close(isAtItem: boolean): 'before' | 'with' | null {
    const wasInside = this.#inside
    this.#stack.pop()
    if (isAtItem) {
      this.#closed = true
      return wasInside ? 'before' : null
    }
    return wasInside && this.#stack.length === this.#listDepth ? 'with' : null
  }
}
