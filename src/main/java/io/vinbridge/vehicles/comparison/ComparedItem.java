package io.vinbridge.vehicles.comparison;

/**
 * Item of a member as both services have it.
 *
 * @param member such as {@code styles.trim}
 * @param item which of them: a style's number, a code; empty where there is one only
 * @param ads the value of ADS as text; null where it has none
 * @param cvd the value of CVD as text; null where it has none
 */
public record ComparedItem(String member, String item, Verdict verdict, String ads, String cvd) {

    /** The member's name with the item in it, such as {@code styles[349411].trim}. */
    public String path() {
        if (item.isEmpty()) {
            return member;
        }
        int dot = member.indexOf('.');
        return dot < 0
                ? member + "[" + item + "]"
                : member.substring(0, dot) + "[" + item + "]" + member.substring(dot);
    }
}
