pragma Singleton

import QtQuick

QtObject {
    // Those that are not empty, with `between` between them.
    function joined(words: var, between: string): string {
        let all = ""
        for (let at = 0; at < words.length; ++at) {
            if (words[at].length > 0)
                all += (all.length > 0 ? between : "") + words[at]
        }
        return all
    }
}
