#!/usr/bin/env bash
# Makes the embedded fonts from Debian's fonts-noto-core and fonts-material-design-icons-iconfont (needs fonttools):
# Latin with Vietnamese, the signs that offices use, and the icons that Icons.qml names. Run it after adding an icon.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")"

letters=U+0020-007E,U+00A0-017F,U+01A0-01A1,U+01AF-01B0,U+0300-0304,U+0306,U+0309,U+031B,U+0323,U+1E80-1E9E,U+1EA0-1EF9
signs=U+2007-2009,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+202F,U+2030,U+2032-2033,U+2039-203A,U+20AB,U+20AC
signs+=,U+2116,U+2122
for weight in Regular Bold; do
    python3 -m fontTools.subset "/usr/share/fonts/truetype/noto/NotoSans-$weight.ttf" --unicodes="$letters,$signs" \
        --layout-features=ccmp,locl,mark,mkmk,kern,liga --no-hinting --desubroutinize \
        --output-file="NotoSans-$weight.ttf"
done

icons=$(grep -o '\\u[0-9a-f]\{4\}' ../Icons.qml | sed 's/\\u/U+/' | sort -u | paste -sd,)
python3 -m fontTools.subset /usr/share/fonts/truetype/material-design-icons-iconfont/MaterialIcons-Regular.ttf \
    --unicodes="$icons" --no-hinting --output-file=Icons.ttf
